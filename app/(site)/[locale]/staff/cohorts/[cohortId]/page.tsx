import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { ApplicationsFilter, StateCounts } from '@/components/staff/applications-filter';
import { ApplicationsTable } from '@/components/staff/applications-table';
import { CohortActs } from '@/components/staff/cohort-acts';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { readTableAddress, tableArgs, writeTableAddress } from '@/components/staff/table-address';
import { getTexts } from '@/components/texts/get-texts';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import { orNoSuchPage, readStaffPage } from '../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

/** @param query the address as it is written, so that the page and its title read the table once */
const read = cache(async (sentLocale: string, cohortId: string, query: string) => {
  const visit = await readStaffPage(sentLocale);
  const { locale, person, platform } = visit;
  const address = readTableAddress(Object.fromEntries(new URLSearchParams(query)));
  const found = await staffApplications(platform, person, tableArgs(cohortId, address));
  return { ...visit, address, table: orNoSuchPage(locale, found) };
});

async function readSent({ params, searchParams }: Props) {
  const { locale, cohortId } = await params;
  return read(locale, cohortId, writeTableAddress(readTableAddress(await searchParams)));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, table } = await readSent(props);
  const page = getTexts(locale, 'staff')('applications.title');
  return { title: cohortPageTitle(page, table.cohort, locale) };
}

export default async function ApplicationsPage(props: Props) {
  const { locale, person, address, table } = await readSent(props);
  const page = `/${locale}/staff/cohorts/${table.cohort.id}`;
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
