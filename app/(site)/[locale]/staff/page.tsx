import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { CohortOverview } from '@/components/staff/cohort-overview';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { staffCohorts } from '@/lib/admission/queries/staff-cohorts';
import { isLocale } from '@/lib/kernel/locale';
import { isOver } from '@/lib/programme/rules/cohort-states';
import { orNoSuchPage, readStaffPage } from './read-staff-page';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: getTexts(locale, 'staff')('title') } : {};
}

export default async function StaffPage({ params }: Props) {
  const { locale, person, platform } = await readStaffPage((await params).locale);
  const { now, cohorts } = orNoSuchPage(locale, await staffCohorts(platform, person));
  const t = getTexts(locale, 'staff');
  const groups = [
    { key: 'now', cohorts: cohorts.filter(({ cohort }) => !isOver[cohort.state]) },
    {
      key: 'over',
      cohorts: cohorts.filter(({ cohort }) => isOver[cohort.state]).toReversed(),
    },
  ] as const;
  return (
    <Page wide>
      <Heading level={1} size="lg">
        {t('title')}
      </Heading>
      <p>{t('cohorts.lead')}</p>
      {cohorts.length === 0 ? <p>{t('cohorts.empty')}</p> : null}
      {groups
        .filter((group) => group.cohorts.length > 0)
        .map((group) => (
          <section key={group.key} aria-labelledby={group.key}>
            <Heading level={2} id={group.key}>
              {t(`cohorts.${group.key}`)}
            </Heading>
            {group.cohorts.map((admission) => (
              <CohortOverview
                key={admission.cohort.id}
                locale={locale}
                actor={person}
                admission={admission}
                now={now}
              />
            ))}
          </section>
        ))}
    </Page>
  );
}
