import type { Metadata } from 'next';
import { pageLocale } from '@/app/page-locale';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '@/components/ui/heading';
import { Prose } from '@/components/ui/prose';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'enrollment')('link.title') };
}

/** Where a letter's link leads when it is unknown or too old: says so, and shows the other way in. */
export default async function LinkNotValidPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'enrollment');
  const next = encodeURIComponent(`/${locale}/applications`);
  return (
    <Page>
      <Heading level={1}>{t('link.title')}</Heading>
      <Prose>
        <p>{t('link.text')}</p>
        <p>{t('link.how')}</p>
      </Prose>
      <p>
        <ButtonLink href={`/${locale}/sign-in?next=${next}`}>{t('link.signIn')}</ButtonLink>
      </p>
    </Page>
  );
}
