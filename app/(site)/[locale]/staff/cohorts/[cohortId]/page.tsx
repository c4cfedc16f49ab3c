import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { ApplicationsFilter, StateCounts } from '@/components/staff/applications-filter';
import { ApplicationsTable } from '@/components/staff/applications-table';
import { CohortActs } from '@/components/staff/cohort-acts';
import { CohortHead } from '@/components/staff/cohort-head';
import { readTableAddress, tableArgs } from '@/components/staff/table-address';
import { getTexts } from '@/components/texts/get-texts';
import { isLocale } from '@/lib/kernel/locale';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import { orNoSuchPage, readStaffPage } from '../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: getTexts(locale, 'staff')('applications.title') } : {};
}

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform } = await readStaffPage(sentLocale);
  const address = readTableAddress(await searchParams);
  const args = tableArgs(cohortId, address);
  const table = orNoSuchPage(await staffApplications(platform, person, args));
  const page = `/${locale}/staff/cohorts/${cohortId}`;
  return (
    <Page wide>
      <CohortHead
        locale={locale}
        actor={person}
        cohort={table.cohort}
        now={table.now}
        current="applications"
        title={getTexts(locale, 'staff')('applications.title')}
      />
      <CohortActs locale={locale} actor={person} cohort={table.cohort} />
      <StateCounts locale={locale} page={page} address={address} table={table} />
      <ApplicationsFilter locale={locale} page={page} address={address} table={table} />
      <ApplicationsTable locale={locale} page={page} address={address} table={table} />
    </Page>
  );
}
