import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { EnrollmentFigures } from '@/components/enrollment/enrollment-figures';
import { EnrollmentsTable } from '@/components/enrollment/enrollments-table';
import { Page } from '@/components/frame/page';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { getTexts } from '@/components/texts/get-texts';
import { cohortEnrollments } from '@/lib/enrollment/queries/cohort-enrollments';
import { parseEnrollmentOrder } from '@/lib/enrollment/rules/enrollment-list';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

const read = cache(async (sentLocale: string, cohortId: string, sort: string | undefined) => {
  const visit = await readStaffPage(sentLocale);
  const { locale, person, platform } = visit;
  const order = parseEnrollmentOrder(sort);
  const found = await cohortEnrollments(platform, person, { cohortId, order });
  return { ...visit, order, enrollments: orNoSuchPage(locale, found) };
});

async function readSent({ params, searchParams }: Props) {
  const { locale, cohortId } = await params;
  const { sort } = await searchParams;
  return read(locale, cohortId, typeof sort === 'string' ? sort : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, enrollments } = await readSent(props);
  const page = getTexts(locale, 'enrollment')('staff.title');
  return { title: cohortPageTitle(page, enrollments.cohort, locale) };
}

export default async function EnrollmentsPage(props: Props) {
  const { locale, person, order, enrollments } = await readSent(props);
  return (
    <Page wide>
      <CohortHead
        locale={locale}
        actor={person}
        cohort={enrollments.cohort}
        now={enrollments.now}
        current="enrollments"
        title={getTexts(locale, 'enrollment')('staff.title')}
      />
      <EnrollmentFigures locale={locale} enrollments={enrollments} />
      <EnrollmentsTable
        locale={locale}
        enrollments={enrollments}
        order={order}
        path={`/${locale}/staff/cohorts/${enrollments.cohort.id}/enrollments`}
      />
    </Page>
  );
}
