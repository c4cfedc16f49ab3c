import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { leadsToTyped } from '@/app/form-return';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { wholeAddresses } from '@/components/ui/mail-address';
import { ownAddress } from '@/lib/staff/forms';
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
  const sent = pending !== null && 'sentTo' in pending ? pending : null;
  const next = ownAddress(sent?.next ?? null, '');
  const again = `/${locale}/sign-in${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`;
  const mailboxHere = env.DEMO === 'on' && env.SMTP_URL === undefined;
  return (
    <Page>
      <Heading level={1}>{t('sent.title')}</Heading>
      <p>
        {sent === null
          ? t('sent.leadUnknown')
          : wholeAddresses(t('sent.lead', { email: sent.sentTo }))}
      </p>
      <p>{t(leadsToTyped(next) ? 'sent.sameBrowser' : 'sent.device')}</p>
      {mailboxHere ? (
        <p>
          <a href="/dev/mailbox">{t('sent.mailbox')}</a>
        </p>
      ) : null}
      <Details summary={t('sent.missing')}>
        <p>{t('sent.missingList')}</p>
        <p>
          <a href={again}>{t('sent.again')}</a>
        </p>
      </Details>
    </Page>
  );
}
