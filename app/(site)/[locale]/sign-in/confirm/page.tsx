import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageLocale } from '@/app/page-locale';
import { getPlatform } from '@/app/platform';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { findSignInLink } from '@/lib/platform/session/sign-in';
import { readSignInCookie } from '@/lib/staff/sign-in-cookie';

interface Props {
  params: Promise<{ locale: string }>;
}

/** The address that the letter in this browser was sent to, while its link can be used. */
async function pendingAddress(): Promise<string | null> {
  const platform = await getPlatform();
  const pending = readSignInCookie(platform.env, (await headers()).get('cookie'));
  if (pending === null || !('token' in pending)) return null;
  return findSignInLink(platform, pending.token);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = getTexts(await pageLocale(params), 'account');
  return { title: (await pendingAddress()) === null ? t('expired.title') : t('confirm.page') };
}

export default async function ConfirmPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'account');
  const email = await pendingAddress();
  if (email === null) {
    return (
      <Page>
        <Heading level={1}>{t('expired.title')}</Heading>
        <p>{t('expired.lead')}</p>
        <ButtonLink href={`/${locale}/sign-in`}>{t('expired.again')}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page>
      <Heading level={1}>{t('confirm.title', { email })}</Heading>
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
