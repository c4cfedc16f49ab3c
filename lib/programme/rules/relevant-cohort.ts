import type { Instant } from '@/lib/kernel/time';
import { applicationWindow, type ApplicationWindow } from './application-window';
import type { CohortFacts } from './cohort-facts';
import { isPublic } from './cohort-states';

type Dated = Pick<CohortFacts, 'state' | 'opensOn' | 'applicationDeadline' | 'zone'>;

/**
 * The cohort that somebody who thinks of applying should read about: the open one (the nearest
 * deadline first); else the one that opens next; else the last that closed. Null when nothing is public.
 */
export function relevantCohort<C extends Dated>(cohorts: readonly C[], now: Instant): C | null {
  return (
    first(inWindow(cohorts, 'open', now), byDeadline) ??
    first(inWindow(cohorts, 'coming', now), byOpening) ??
    first(inWindow(cohorts, 'closed', now), byDeadline, 'last')
  );
}

/** For the page of a cohort that is closed: the one to apply for instead, open or coming. Null when there is none. */
export function nextCohort<C extends Dated & { readonly id: string }>(
  cohorts: readonly C[],
  shown: C,
  now: Instant,
): C | null {
  const others = cohorts.filter((cohort) => cohort.id !== shown.id);
  return (
    first(inWindow(others, 'open', now), byDeadline) ??
    first(inWindow(others, 'coming', now), byOpening)
  );
}

function inWindow<C extends Dated>(
  cohorts: readonly C[],
  window: ApplicationWindow,
  now: Instant,
): C[] {
  return cohorts.filter(
    (cohort) => isPublic[cohort.state] && applicationWindow(cohort, now) === window,
  );
}

function first<C>(
  cohorts: readonly C[],
  order: (a: C, b: C) => number,
  end: 'first' | 'last' = 'first',
): C | null {
  return cohorts.toSorted(order).at(end === 'first' ? 0 : -1) ?? null;
}

function byDeadline(a: Dated, b: Dated): number {
  return a.applicationDeadline.localeCompare(b.applicationDeadline);
}

function byOpening(a: Dated, b: Dated): number {
  return a.opensOn.localeCompare(b.opensOn);
}
