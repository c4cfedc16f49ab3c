import type { Station, StationState } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import type { CohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { isOnOrBefore, localDateOf, type Instant } from '@/lib/kernel/time';
import { isOver } from '@/lib/programme/rules/cohort-states';

const keys = ['applications', 'concluded', 'ranked', 'offers', 'enrolled'] as const;

/** The way through the admission with how many have come to each station: the funnel of a cohort. */
export function cohortStations(
  admission: CohortAdmission,
  now: Instant,
  locale: Locale,
): Station[] {
  const t = getTexts(locale, 'staff');
  const { cohort, applications, offers, lockedAt, lockedPositions, releasedAt } = admission;
  const concluded = applications.qualified + applications['not-qualified'];
  const standing = concluded + applications.submitted;
  const sent = Object.values(offers).reduce((sum, count) => sum + count, 0);
  const details = {
    applications: [
      t('cohorts.details.received', { count: standing + applications.withdrawn }),
      ...(applications.withdrawn > 0
        ? [t('cohorts.details.withdrawn', { count: applications.withdrawn })]
        : []),
      ...(applications.draft > 0
        ? [t('cohorts.details.drafts', { count: applications.draft })]
        : []),
    ].join(', '),
    concluded: t('cohorts.details.ofReceived', { count: concluded, total: standing }),
    ranked:
      lockedAt === null
        ? t('cohorts.details.notLocked')
        : t('cohorts.details.lockedOn', {
            count: lockedPositions ?? 0,
            date: formatShortDate(localDateOf(lockedAt, cohort.zone), locale),
          }),
    offers:
      releasedAt === null
        ? t('cohorts.details.notReleased')
        : t('cohorts.details.offers', { count: sent, open: offers.open }),
    enrolled: t('cohorts.details.enrolled', { count: offers.accepted, total: cohort.capacity }),
  };
  const current = currentOf(admission, now);
  return keys.map((key, index) => ({
    key,
    label: t(`cohorts.stations.${key}`),
    detail: details[key],
    state: stateAt(index, current),
  }));
}

function stateAt(index: number, current: number | null): StationState {
  if (current === null) return 'coming';
  if (index < current) return 'done';
  return index === current ? 'current' : 'coming';
}

/** The station at which the cohort stands; null before it has opened, past the last when it is over. */
function currentOf({ cohort, applications, lockedAt, releasedAt }: CohortAdmission, now: Instant) {
  if (cohort.state === 'planned' || cohort.state === 'cancelled') return null;
  if (isOver[cohort.state] || cohort.state === 'running') return keys.length;
  if (releasedAt !== null) return 4;
  if (lockedAt !== null) return 3;
  if (isOnOrBefore(now, cohort.applicationDeadline, cohort.zone)) return 0;
  return applications.submitted > 0 ? 1 : 2;
}
