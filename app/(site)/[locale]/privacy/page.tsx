import type { Metadata } from 'next';
import { installation } from '@/app/installation';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { MailLink } from '@/components/ui/mail-address';
import { Prose } from '@/components/ui/prose';
import { Table } from '@/components/ui/table';

interface Props {
  params: Promise<{ locale: string }>;
}

const stored = [
  'contact',
  'qualifications',
  'workplace',
  'motivation',
  'assessment',
  'slip',
  'letters',
] as const;

const cookies = [
  { name: 'opptak.session', purpose: 'session', life: 'sessionLife' },
  { name: 'opptak.sign-in', purpose: 'signIn', life: 'signInLife' },
  { name: 'opptak.form', purpose: 'form', life: 'formLife' },
  { name: 'opptak.offer', purpose: 'offer', life: 'offerLife' },
  { name: 'opptak.language', purpose: 'language', life: 'languageLife' },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'static')('privacy.title') };
}

export default async function PrivacyPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'static');
  const { contact } = installation();
  const asksRegister = (await getPlatform()).businessRegister !== null;
  const mail = () => <MailLink address={contact} />;
  return (
    <Page>
      <Heading level={1}>{t('privacy.title')}</Heading>
      <Prose lead>
        <p>{t('privacy.lead')}</p>
      </Prose>
      <Prose>
        <h2>{t('privacy.who.heading')}</h2>
        <p>{t.rich('privacy.who.body', { mail })}</p>

        <h2>{t('privacy.what.heading')}</h2>
        <ul>
          {stored.map((key) => (
            <li key={key}>{t(`privacy.what.${key}`)}</li>
          ))}
        </ul>
        <p>{t('privacy.what.not')}</p>

        <h2>{t('privacy.why.heading')}</h2>
        <p>{t('privacy.why.task')}</p>
        <p>{t('privacy.why.contract')}</p>
        <p>{t('privacy.why.accounts')}</p>

        <h2>{t('privacy.sees.heading')}</h2>
        <p>{t('privacy.sees.staff')}</p>
        <p>{t('privacy.sees.payer')}</p>
        <p>{t('privacy.sees.workplace')}</p>
        {asksRegister ? <p>{t('privacy.sees.register')}</p> : null}
        <p>{t('privacy.sees.none')}</p>

        <h2>{t('privacy.long.heading')}</h2>
        <p>{t('privacy.long.review')}</p>
        <p>{t('privacy.long.keep')}</p>
        <p>{t('privacy.long.draft')}</p>

        <h2>{t('privacy.rights.heading')}</h2>
        <p>{t('privacy.rights.see')}</p>
        <p>{t('privacy.rights.object')}</p>
        <p>{t.rich('privacy.rights.how', { mail })}</p>
        <p>
          {t.rich('privacy.rights.complain', {
            link: (text) => <a href="https://www.datatilsynet.no/">{text}</a>,
          })}
        </p>

        <h2>{t('privacy.cookies.heading')}</h2>
        <p>{t('privacy.cookies.body')}</p>
      </Prose>
      <Table
        locale={locale}
        caption={t('privacy.cookies.caption')}
        captionHidden
        rows={cookies}
        rowKey={({ name }) => name}
        empty=""
        columns={[
          {
            key: 'name',
            head: t('privacy.cookies.name'),
            rowHead: true,
            cell: ({ name }) => <code>{name}</code>,
          },
          {
            key: 'purpose',
            head: t('privacy.cookies.purpose'),
            cell: ({ purpose }) => t(`privacy.cookies.${purpose}`),
          },
          {
            key: 'life',
            head: t('privacy.cookies.life'),
            cell: ({ life }) => t(`privacy.cookies.${life}`),
          },
        ]}
      />
      <Prose>
        <p>{t('privacy.cookies.https')}</p>
      </Prose>
    </Page>
  );
}
