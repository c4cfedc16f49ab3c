import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { CohortHead } from '@/components/staff/cohort-head';
import { DoneNotice } from '@/components/staff/done-notice';
import { ExtendPanel } from '@/components/staff/extend-panel';
import { ExtensionsTable } from '@/components/staff/extensions-table';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { cohortExtensions } from '@/lib/application/queries/cohort-extensions';
import { formatLongDate } from '@/lib/kernel/dates';
import { isLocale } from '@/lib/kernel/locale';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const title = getTexts(locale, 'staff')('extensions.title');
  return { title: await titleOf(title, locale, searchParams) };
}

export default async function ExtensionsPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform } = await readStaffPage(sentLocale);
  const given = orNoSuchPage(await cohortExtensions(platform, person, { cohortId }));
  const returned = await readReturnedForm('extend-deadline', 'staff', locale, searchParams);
  const { done } = await searchParams;
  const t = getTexts(locale, 'staff');
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={scopedProblems('extend', returned)} />
      <DoneNotice locale={locale} done={done} words={{ extended: t('done.extended') }} />
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
