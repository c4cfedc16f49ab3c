import { kroner } from '@/lib/kernel/money';
import { addDays, localDate, type LocalDate } from '@/lib/kernel/time';
import {
  cohortDatesOf,
  gatheringsFrom,
  mondayOnOrAfter,
  nextCohortDates,
  recoveryPattern,
  type CohortDates,
} from '@/lib/programme/rules/cohort-dates';
import type { CohortPlan } from '@/lib/programme/rules/cohort-plan';
import type { Place } from '@/lib/programme/rules/programme-texts';
import { defaultRankingCriteria } from '@/lib/programme/rules/ranking-criteria';
import { addOnProgramme } from './add-on-programme';
import { fyrhuset, recoveryProgramme } from './recovery-programme';

/** A cohort of the demo, and the programme it belongs to. */
export interface DemoCohort {
  readonly programmeSlug: string;
  readonly plan: CohortPlan;
}

/** The demo's cohorts, as seen from a day: what is past stays past, the rest moves with the day. */
export interface DemoCohorts {
  /** The first cohort of the first programme, from deadline to last gathering. */
  readonly completed: DemoCohort;
  /** The next one, open for applications. */
  readonly open: DemoCohort;
  /** The add-on year: deadline three weeks ago; most are concluded, the ranking is not locked. */
  readonly assessing: DemoCohort;
  /** The add-on year elsewhere: offers went out a week ago, some are answered. */
  readonly admitting: DemoCohort;
}

const zone = 'Europe/Oslo';

const drammen: Place = {
  name: { nb: 'Demolokalet i Drammen', nn: 'Demolokalet i Drammen', en: 'The demo venue, Drammen' },
  address: 'Demolokalet, Eksempelgata 1, Drammen',
  directions: {
    nb: 'Lokalet er funnet på for denne demoen. Det ligger ti minutter fra stasjonen.',
    nn: 'Lokalet er funne på for denne demoen. Det ligg ti minutt frå stasjonen.',
    en: 'The venue is made up for this demo. It is ten minutes from the station.',
  },
  lodging: fyrhuset.lodging,
};

const terms = {
  zone,
  ordinaryPrice: kroner(26_000),
  earlyBirdPrice: kroner(20_000),
  earlyBirdPlaces: 5,
  rankingCriteria: defaultRankingCriteria,
};

/** All cohorts of the demo, counted from `today` in Oslo. */
export function demoCohorts(today: LocalDate): DemoCohorts {
  const first = {
    ...cohortDatesOf(2024),
    // The programme was new: its first window opened in February, not the summer before.
    opensOn: localDate('2024-02-01'),
  };
  const next = nextCohortDates(today);
  const assessing = addOnDates(today, { deadline: -21, respondBy: 24, start: 60 });
  const admitting = addOnDates(today, { deadline: -42, respondBy: 13, start: 48 });
  return {
    completed: recovery(first),
    open: recovery(next),
    assessing: addOn(assessing, 'Tromsø', 'tromso', fyrhuset, 10),
    admitting: addOn(admitting, 'Drammen', 'drammen', drammen, 8),
  };
}

function recovery(dates: CohortDates): DemoCohort {
  const { slug, name } = years(dates);
  return {
    programmeSlug: recoveryProgramme.slug,
    plan: {
      ...terms,
      ...dates,
      slug,
      name,
      capacity: 30,
      minimumParticipants: 16,
      place: fyrhuset,
    },
  };
}

function addOn(
  dates: CohortDates,
  town: string,
  townSlug: string,
  place: Place,
  capacity: number,
): DemoCohort {
  const { slug, name } = years(dates);
  return {
    programmeSlug: addOnProgramme.slug,
    plan: {
      ...terms,
      ...dates,
      slug: `${townSlug}-${slug}`,
      name: `${town} ${name}`,
      capacity,
      minimumParticipants: 6,
      place,
    },
  };
}

/** The add-on year's dates, in days from today; the gatherings follow the first programme's pattern. */
function addOnDates(
  today: LocalDate,
  days: { readonly deadline: number; readonly respondBy: number; readonly start: number },
): CohortDates {
  const respondBy = addDays(today, days.respondBy);
  return {
    opensOn: addDays(today, days.deadline - 75),
    applicationDeadline: addDays(today, days.deadline),
    respondBy,
    decisionDate: addDays(respondBy, 7),
    admissionClosesOn: addDays(respondBy, 21),
    gatherings: gatheringsFrom(mondayOnOrAfter(addDays(today, days.start)), recoveryPattern),
  };
}

/** "2027–2028", from the first and the last day of teaching. */
function years({ gatherings }: CohortDates): { slug: string; name: string } {
  const days = gatherings.flatMap((gathering) => gathering.sessions.map(({ date }) => date)).sort();
  const [from = '', to = ''] = [days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)];
  return from === to
    ? { slug: from, name: from }
    : { slug: `${from}-${to}`, name: `${from}–${to}` };
}
