import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { DoneNotice } from '@/components/staff/done-notice';
import { ExtendPanel } from '@/components/staff/extend-panel';
import { ExtensionsTable } from '@/components/staff/extensions-table';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { cohortExtensions } from '@/lib/application/queries/cohort-extensions';
import { formatLongDate } from '@/lib/kernel/dates';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

const read = cache(async (sentLocale: string, cohortId: string) => {
  const visit = await readStaffPage(sentLocale);
  const { locale, person, platform } = visit;
  const given = orNoSuchPage(locale, await cohortExtensions(platform, person, { cohortId }));
  return { ...visit, given };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, given } = await read(sentLocale, cohortId);
  const page = getTexts(locale, 'staff')('extensions.title');
  const title = cohortPageTitle(page, given.cohort, locale);
  return { title: await titleOf(title, locale, searchParams, ['extend-deadline']) };
}

export default async function ExtensionsPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, given } = await read(sentLocale, cohortId);
  const returned = await readReturnedForm('extend-deadline', 'staff', locale, searchParams);
  const { done } = await searchParams;
  const t = getTexts(locale, 'staff');
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={scopedProblems('extend', returned)} />
      <DoneNotice
        locale={locale}
        done={done}
        acts={{ extended: { words: t('done.extended'), isSo: given.extensions.length > 0 } }}
      />
      <CohortHead
        locale={locale}
        actor={person}
        cohort={given.cohort}
        now={given.now}
        current="applications"
        title={t('extensions.title')}
      />
      <WithActs
        locale={locale}
        acts={<ExtendPanel locale={locale} given={given} returned={returned} />}
      >
        <p>
          {t('extensions.lead', {
            deadline: formatLongDate(given.cohort.applicationDeadline, locale),
          })}
        </p>
        <p>{t('extensions.lock')}</p>
        <ExtensionsTable locale={locale} given={given} />
      </WithActs>
    </Page>
  );
}
