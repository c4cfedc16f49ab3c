import type { Station, StationState } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { stations, type StationName } from '@/lib/kernel/stations';
import type { CohortOnPage } from '@/lib/programme/queries/programme-page';
import { firstDay, lastDay } from '@/lib/programme/rules/cohort-facts';

/** The way from application to diploma of one cohort, with its dates, and where the cohort stands on it now. */
export function wayStations(cohort: CohortOnPage, locale: Locale): Station[] {
  const t = getTexts(locale, 'programme');
  const details = detailsOf(cohort, locale);
  const current = currentKey(cohort);
  return stations.map((key) => ({
    key,
    label: t(`way.${key}`),
    state: stateOf(key, current),
    detail: details[key],
  }));
}

function stateOf(key: StationName, current: StationName | 'none' | 'over'): StationState {
  if (current === 'none') return 'coming';
  if (current === 'over') return 'done';
  if (key === current) return 'current';
  return stations.indexOf(key) < stations.indexOf(current) ? 'done' : 'coming';
}

function currentKey({ facts, window }: CohortOnPage): StationName | 'none' | 'over' {
  if (window === 'open') return 'application';
  switch (facts.state) {
    case 'planned':
    case 'cancelled':
      return 'none';
    case 'open':
      return window === 'coming' ? 'none' : 'assessment';
    case 'assessing':
      return 'assessment';
    case 'admitting':
      // The ranking is locked before anybody is told: until an offer is out, nobody is to see it here.
      return facts.placesTaken === 0 ? 'assessment' : 'enrollment';
    case 'running':
      return 'gatherings';
    case 'completed':
      return 'over';
  }
}

function detailsOf({ facts, window }: CohortOnPage, locale: Locale): Record<StationName, string> {
  const t = getTexts(locale, 'programme');
  const [from, to] = [firstDay(facts), lastDay(facts)];
  const deadline = formatLongDate(facts.applicationDeadline, locale);
  return {
    application: {
      coming: t('way.applicationComing', { date: formatLongDate(facts.opensOn, locale) }),
      open: t('way.applicationOpen', { date: deadline }),
      closed: t('way.applicationClosed', { date: deadline }),
    }[window],
    assessment: t('way.assessmentDetail'),
    answer: t('way.answerDetail'),
    enrollment: t('way.enrollmentDetail', { date: formatLongDate(facts.respondBy, locale) }),
    gatherings:
      from === null || to === null
        ? t('gatherings.none')
        : t('way.gatheringsDetail', {
            from: formatLongDate(from, locale),
            to: formatLongDate(to, locale),
          }),
    diploma: t('way.diplomaDetail'),
  };
}
