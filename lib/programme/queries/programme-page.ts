import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { daysBetween, localDateOf, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { applicationWindow, type ApplicationWindow } from '../rules/application-window';
import type { CohortFacts } from '../rules/cohort-facts';
import { nextCohort, relevantCohort } from '../rules/relevant-cohort';
import type { ProgrammeFacts } from '../row-store';
import { readCohorts, readProgrammeBySlug } from '../store';
import { mayRead } from './cohort-facts';

/** A cohort with what the clock says of it. */
export interface CohortOnPage {
  readonly facts: CohortFacts;
  readonly window: ApplicationWindow;
  /** Days from today in the cohort's zone to the deadline; negative when it has passed. */
  readonly daysToDeadline: number;
  readonly daysToOpening: number;
  readonly isFull: boolean;
}

/** What a programme's page, or one of its cohorts', shows. */
export interface ProgrammePage {
  readonly programme: ProgrammeFacts;
  /** Null for a programme without any public cohort yet. */
  readonly cohort: CohortOnPage | null;
  /** Where to apply instead, when the shown cohort takes no applications. */
  readonly next: CohortOnPage | null;
  /** The programme's other public cohorts, the latest first. */
  readonly others: readonly CohortOnPage[];
  readonly today: LocalDate;
}

/**
 * The public page of a programme: of the cohort that is named, or else of the one that matters to
 * somebody who thinks of applying.
 */
export async function programmePage(
  platform: Platform,
  actor: Actor | null,
  args: { readonly programmeSlug: string; readonly cohortSlug?: string },
): Promise<Result<ProgrammePage, { kind: 'not-found' }>> {
  const programme = await readProgrammeBySlug(platform.db, args.programmeSlug);
  if (programme === null) return refuse({ kind: 'not-found' });
  const all = await readCohorts(platform.db, programme.id);
  const cohorts = all.filter((cohort) => mayRead(actor, cohort));
  const now = await readNow(platform);
  const shown =
    args.cohortSlug === undefined
      ? relevantCohort(cohorts, now)
      : (cohorts.find((cohort) => cohort.slug === args.cohortSlug) ?? null);
  if (shown === null && args.cohortSlug !== undefined) return refuse({ kind: 'not-found' });
  const next = shown === null ? null : nextCohort(cohorts, shown, now);
  return ok({
    programme,
    cohort: shown === null ? null : onPage(shown, now),
    next:
      shown === null || next === null || applicationWindow(shown, now) !== 'closed'
        ? null
        : onPage(next, now),
    others: cohorts
      .filter((cohort) => cohort !== shown)
      .map((cohort) => onPage(cohort, now))
      .toReversed(),
    today: localDateOf(now, shown?.zone ?? 'Europe/Oslo'),
  });
}

/** A cohort as it stands at a moment. */
export function onPage(facts: CohortFacts, now: Date): CohortOnPage {
  const today = localDateOf(now, facts.zone);
  return {
    facts,
    window: applicationWindow(facts, now),
    daysToDeadline: daysBetween(today, facts.applicationDeadline),
    daysToOpening: daysBetween(today, facts.opensOn),
    isFull: facts.placesTaken >= facts.capacity,
  };
}
