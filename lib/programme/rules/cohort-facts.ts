import type { CohortId, ProgrammeId } from '@/lib/kernel/ids';
import type { Localized } from '@/lib/kernel/locale';
import type { Money } from '@/lib/kernel/money';
import type { LocalDate } from '@/lib/kernel/time';
import type { CohortState } from './cohort-states';
import type { Category, Place } from './programme-texts';
import type { RankingCriterion } from './ranking-criteria';

/** A day of teaching: wall-clock times "HH:MM" in the cohort's zone. */
export interface SessionFacts {
  readonly date: LocalDate;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Days of teaching that follow each other, in order. */
export interface GatheringFacts {
  readonly number: number;
  readonly sessions: readonly SessionFacts[];
}

/**
 * A cohort as every other room reads it. Dates are local days in `zone` and include the whole day;
 * counters are as they stood when the row was read (decide on them only under the cohort's lock).
 */
export interface CohortFacts {
  readonly id: CohortId;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly state: CohortState;
  readonly opensOn: LocalDate;
  readonly applicationDeadline: LocalDate;
  readonly respondBy: LocalDate;
  readonly decisionDate: LocalDate;
  readonly admissionClosesOn: LocalDate;
  readonly capacity: number;
  readonly placesTaken: number;
  readonly minimumParticipants: number;
  readonly ordinaryPrice: Money;
  readonly earlyBirdPrice: Money;
  readonly earlyBirdPlaces: number;
  readonly earlyBirdPlacesLeft: number;
  readonly rankingCriteria: readonly RankingCriterion[];
  readonly place: Place;
  readonly gatherings: readonly GatheringFacts[];
  readonly programme: {
    readonly id: ProgrammeId;
    readonly slug: string;
    readonly name: Localized;
    /** As it stands after «Holdes av …». */
    readonly heldBy: Localized;
    /** The programme's own address: gets copies, answers questions. */
    readonly mailbox: string;
    readonly contactPhone: string;
    /** By number. */
    readonly categories: readonly Category[];
  };
}

/** The first day of teaching; null for a cohort whose gatherings are not planned yet. */
export function firstDay(cohort: Pick<CohortFacts, 'gatherings'>): LocalDate | null {
  return daysOf(cohort)[0] ?? null;
}

/** The last day of teaching. */
export function lastDay(cohort: Pick<CohortFacts, 'gatherings'>): LocalDate | null {
  return daysOf(cohort).at(-1) ?? null;
}

/** Teaching time in whole minutes, breaks included, as the calendar states it. */
export function teachingMinutes(cohort: Pick<CohortFacts, 'gatherings'>): number {
  return cohort.gatherings
    .flatMap((gathering) => gathering.sessions)
    .reduce((sum, session) => sum + minutesOf(session.endsAt) - minutesOf(session.startsAt), 0);
}

function daysOf(cohort: Pick<CohortFacts, 'gatherings'>): LocalDate[] {
  return cohort.gatherings
    .flatMap((gathering) => gathering.sessions.map((session) => session.date))
    .sort();
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
