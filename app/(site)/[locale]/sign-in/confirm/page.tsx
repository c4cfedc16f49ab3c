import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { wholeAddresses } from '@/components/ui/mail-address';
import type { Locale } from '@/lib/kernel/locale';
import { findSignInLink } from '@/lib/platform/session/sign-in';
import { ownAddress } from '@/lib/staff/forms';
import { readSignInCookie } from '@/lib/staff/sign-in-cookie';

interface Props {
  params: Promise<{ locale: string }>;
}

/** What the link in this browser leads to, and the address that it was sent to while it can be used. */
async function readPending(): Promise<{ readonly email: string | null; readonly next: string }> {
  const platform = await getPlatform();
  const pending = readSignInCookie(platform.env, (await headers()).get('cookie'));
  if (pending === null || !('token' in pending)) return { email: null, next: '' };
  return {
    email: await findSignInLink(platform, pending.token),
    next: ownAddress(pending.next, ''),
  };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = getTexts(await pageLocale(params), 'account');
  if ((await readPending()).email !== null) return { title: t('confirm.page') };
  return { title: t((await readPageSession()) === null ? 'expired.title' : 'already.title') };
}

export default async function ConfirmPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'account');
  const { email, next } = await readPending();
  if (email === null) return <Expired locale={locale} next={next} />;
  return (
    <Page>
      <Heading level={1}>{wholeAddresses(t('confirm.title', { email }))}</Heading>
      <p>{t('confirm.lead')}</p>
      <Form action={`/api/${locale}/sign-in/confirm`} label={t('signIn.title')}>
        <FormFooter>
          <Button>{t('confirm.button')}</Button>
        </FormFooter>
      </Form>
      <p>{t('confirm.why')}</p>
    </Page>
  );
}

/** A link that is used or too old: on for whoever is signed in, else a new one to the same place. */
async function Expired({ locale, next }: { locale: Locale; next: string }) {
  const t = getTexts(locale, 'account');
  const person = await readPageSession();
  const again = `/${locale}/sign-in${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`;
  if (person === null) {
    return (
      <Page>
        <Heading level={1}>{t('expired.title')}</Heading>
        <p>{t('expired.lead')}</p>
        <ButtonLink href={again}>{t('expired.again')}</ButtonLink>
      </Page>
    );
  }
  const own = person.roles.length === 0 ? 'applications' : 'staff';
  return (
    <Page>
      <Heading level={1}>{t('already.title')}</Heading>
      <p>{wholeAddresses(t('already.lead', { email: person.email }))}</p>
      <FormFooter>
        <ButtonLink href={next === '' ? `/${locale}/${own}` : next}>{t('already.on')}</ButtonLink>
        <ButtonLink variant="secondary" href={again}>
          {t('already.other')}
        </ButtonLink>
      </FormFooter>
    </Page>
  );
}
