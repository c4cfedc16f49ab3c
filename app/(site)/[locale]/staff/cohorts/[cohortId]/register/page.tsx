import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { RegisterForm, registerProblems } from '@/components/staff/register-form';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { registrationPage } from '@/lib/application/queries/registration-page';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

const read = cache(async (sentLocale: string, cohortId: string) => {
  const visit = await readStaffPage(sentLocale);
  const { locale, person, platform } = visit;
  return {
    ...visit,
    ...orNoSuchPage(locale, await registrationPage(platform, person, { cohortId })),
  };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, cohort } = await read(sentLocale, cohortId);
  const page = getTexts(locale, 'staff')('register.title');
  const title = cohortPageTitle(page, cohort, locale);
  return { title: await titleOf(title, locale, searchParams, ['register-application']) };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, cohort, now, open } = await read(sentLocale, cohortId);
  const returned = await readReturnedForm('register-application', 'staff', locale, searchParams);
  const t = getTexts(locale, 'staff');
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={registerProblems(locale, returned)} />
      <CohortHead
        locale={locale}
        actor={person}
        cohort={cohort}
        now={now}
        current="applications"
        title={t('register.title')}
      />
      {open ? (
        <RegisterForm locale={locale} cohort={cohort} returned={returned} />
      ) : (
        <Notice kind="info" locale={locale}>
          <p>{t('register.closed')}</p>
        </Notice>
      )}
    </Page>
  );
}
