import type { Metadata } from 'next';
import { installation } from '@/app/installation';
import { pageLocale } from '@/app/page-locale';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { MailLink } from '@/components/ui/mail-address';
import { Prose } from '@/components/ui/prose';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'static')('accessibility.title') };
}

export default async function AccessibilityPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'static');
  const { contact } = installation();
  return (
    <Page>
      <Heading level={1}>{t('accessibility.title')}</Heading>
      <Prose lead>
        <p>{t('accessibility.lead')}</p>
      </Prose>
      <Prose>
        <h2>{t('accessibility.report.heading')}</h2>
        <p>
          {t.rich('accessibility.report.body', {
            mail: () => <MailLink address={contact} />,
          })}
        </p>
        <p>
          {t.rich('accessibility.report.authority', {
            link: (text) => <a href="https://www.uutilsynet.no/">{text}</a>,
          })}
        </p>

        <h2>{t('accessibility.how.heading')}</h2>
        <ul>
          {(['zoom', 'dark', 'motion', 'save', 'print'] as const).map((key) => (
            <li key={key}>{t(`accessibility.how.${key}`)}</li>
          ))}
        </ul>

        <h2>{t('accessibility.standard.heading')}</h2>
        <p>{t('accessibility.standard.body')}</p>
        <p>{t('accessibility.standard.tested')}</p>

        <h2>{t('accessibility.limits.heading')}</h2>
        <ul>
          {(['tables', 'documents'] as const).map((key) => (
            <li key={key}>{t(`accessibility.limits.${key}`)}</li>
          ))}
        </ul>
      </Prose>
    </Page>
  );
}
