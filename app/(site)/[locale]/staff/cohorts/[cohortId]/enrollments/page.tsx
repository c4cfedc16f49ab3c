import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { pageLocale } from '@/app/page-locale';
import { EnrollmentFigures } from '@/components/enrollment/enrollment-figures';
import { EnrollmentsTable } from '@/components/enrollment/enrollments-table';
import { Page } from '@/components/frame/page';
import { CohortHead } from '@/components/staff/cohort-head';
import { getTexts } from '@/components/texts/get-texts';
import { cohortEnrollments } from '@/lib/enrollment/queries/cohort-enrollments';
import { parseEnrollmentOrder } from '@/lib/enrollment/rules/enrollment-list';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTexts(await pageLocale(params), 'enrollment')('staff.title') };
}

export default async function EnrollmentsPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform } = await readStaffPage(sentLocale);
  const { sort } = await searchParams;
  const order = parseEnrollmentOrder(typeof sort === 'string' ? sort : undefined);
  const enrollments = orNoSuchPage(await cohortEnrollments(platform, person, { cohortId, order }));
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
        path={`/${locale}/staff/cohorts/${cohortId}/enrollments`}
      />
    </Page>
  );
}
