import type { Metadata } from 'next';
import { leadsToTyped, readFormReturn, wasRefused, type SearchParams } from '@/app/form-return';
import { pageLocale } from '@/app/page-locale';
import { readPageSession } from '@/app/session';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { wordProblems } from '@/components/texts/word-problem';
import { bindFields } from '@/components/ui/bind-fields';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/kernel/locale';
import { markOf } from '@/lib/platform/door/shown-to';
import { ownAddress } from '@/lib/staff/forms';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const title = getTexts(locale, 'account')('signIn.title');
  const isRefused = await wasRefused(['sign-in'], searchParams);
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = getTexts(locale, 'account');
  const { next: asked, done, for: shownTo } = await searchParams;
  const back = await readFormReturn('sign-in', searchParams);
  const problems = wordProblems(locale, 'account', back?.problems ?? []);
  const field = bindFields({ locale, problems, ...(back === null ? {} : { values: back.typed }) });
  const typedNext = back?.typed.next?.[0];
  const next = ownAddress(typedNext ?? (typeof asked === 'string' ? asked : null), '');
  const reader = shownTo === undefined ? null : await readPageSession();
  const isReturning = leadsToTyped(next);
  return (
    <Page>
      <ErrorSummary locale={locale} problems={problems} />
      <Heading level={1}>{t('signIn.title')}</Heading>
      {done === 'signed-out' ? (
        <Notice locale={locale} kind="success" live>
          <p>{t('signOut.done')}</p>
        </Notice>
      ) : null}
      {isReturning && reader !== null ? (
        <AnothersSession locale={locale} next={next} isOver={markOf(reader) === shownTo} />
      ) : null}
      {isReturning && reader === null ? (
        <Notice locale={locale} kind="info" heading={t('signIn.ended')} live>
          <p>{t('signIn.endedKept')}</p>
          <p>{t('signIn.endedBack')}</p>
        </Notice>
      ) : null}
      <p>{t('signIn.lead')}</p>
      <Form
        action={`/api/${locale}/sign-in`}
        hidden={{ next: next === '' ? undefined : next }}
        label={t('signIn.title')}
      >
        <TextField
          {...field('email')}
          label={t('signIn.email')}
          hint={t('signIn.emailHint')}
          type="email"
          autoComplete="email"
          spellCheck={false}
          width="medium"
        />
        <FormFooter>
          <Button>{t('signIn.send')}</Button>
        </FormFooter>
      </Form>
      <p>{t('signIn.sharedDevice')}</p>
    </Page>
  );
}

/**
 * Somebody sent a form that was theirs while another person was signed in in the same browser. Says that, and
 * not who; and once they are themselves again, that too.
 */
function AnothersSession(props: { locale: Locale; next: string; isOver: boolean }) {
  const { locale, next, isOver } = props;
  const t = getTexts(locale, 'account');
  if (isOver) {
    return (
      <Notice locale={locale} kind="success" live>
        <p>{t('signIn.yourselfAgain')}</p>
        <p>
          <a href={next}>{t('already.on')}</a>
        </p>
      </Notice>
    );
  }
  return (
    <Notice locale={locale} kind="warning" heading={t('signIn.somebodyElse')} live>
      <p>{t('signIn.somebodyElseKept')}</p>
      <p>{t('signIn.somebodyElseBack')}</p>
    </Notice>
  );
}
