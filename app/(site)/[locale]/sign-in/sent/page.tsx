import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { readSignInCookie } from '@/lib/staff/sign-in-cookie';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'account')('sent.title') };
}

export default async function SentPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'account');
  const { env } = await getPlatform();
  const pending = readSignInCookie(env, (await headers()).get('cookie'));
  const mailboxHere = env.DEMO === 'on' && env.SMTP_URL === undefined;
  return (
    <Page>
      <Heading level={1}>{t('sent.title')}</Heading>
      <p>
        {pending !== null && 'sentTo' in pending
          ? t('sent.lead', { email: pending.sentTo })
          : t('sent.leadUnknown')}
      </p>
      <p>{t('sent.device')}</p>
      {mailboxHere ? (
        <p>
          <a href="/dev/mailbox">{t('sent.mailbox')}</a>
        </p>
      ) : null}
      <Details summary={t('sent.missing')}>
        <p>{t('sent.missingList')}</p>
        <p>
          <a href={`/${locale}/sign-in`}>{t('sent.again')}</a>
        </p>
      </Details>
    </Page>
  );
}
