import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, type LocalDate } from '@/lib/kernel/time';
import { applicationWindow } from '@/lib/programme/rules/application-window';
import { cohortStates, type CohortState } from '@/lib/programme/rules/cohort-states';
import { nextCohort, relevantCohort } from '@/lib/programme/rules/relevant-cohort';

const zone = 'Europe/Oslo';

function cohort(id: string, state: CohortState, opensOn: string, applicationDeadline: string) {
  return {
    id,
    state,
    opensOn: localDate(opensOn),
    applicationDeadline: localDate(applicationDeadline),
    zone,
  };
}

const past = cohort('past', 'completed', '2024-02-01', '2024-05-31');
const open = cohort('open', 'open', '2026-06-01', '2027-05-31');
const planned = cohort('planned', 'planned', '2027-06-01', '2028-05-31');
const today = new Date('2026-11-22T08:00:00Z');

describe('the window for applications', () => {
  it.each([
    ['2026-05-31T21:59:59.999Z', 'coming'],
    ['2026-05-31T22:00:00.000Z', 'open'],
    ['2027-05-31T21:59:59.999Z', 'open'],
    ['2027-05-31T22:00:00.000Z', 'closed'],
  ])('at %s is %s, by the clock of Oslo', (instant, window) => {
    expect(applicationWindow(open, new Date(instant))).toBe(window);
  });

  it('is of winter time for a deadline in winter', () => {
    const winter = cohort('winter', 'open', '2026-10-01', '2027-01-15');
    expect(applicationWindow(winter, new Date('2027-01-15T22:59:59.999Z'))).toBe('open');
    expect(applicationWindow(winter, new Date('2027-01-15T23:00:00.000Z'))).toBe('closed');
  });

  it('is open only for a cohort in the state open', () => {
    const openIn = cohortStates.filter(
      (state) => applicationWindow({ ...open, state }, today) === 'open',
    );
    expect(openIn).toEqual(['open']);
  });

  it('of a planned cohort is coming until its deadline has passed', () => {
    expect(applicationWindow({ ...open, state: 'planned' }, today)).toBe('coming');
    expect(applicationWindow({ ...past, state: 'planned' }, today)).toBe('closed');
  });
});

describe('the cohort that a programme page shows', () => {
  it('is the open one', () => {
    expect(relevantCohort([past, open, planned], today)).toBe(open);
  });

  it('is of two open ones the one that closes first', () => {
    const sooner = cohort('sooner', 'open', '2026-06-01', '2026-12-31');
    expect(relevantCohort([open, sooner], today)).toBe(sooner);
  });

  it('is the next to open when none is open', () => {
    const later = cohort('later', 'planned', '2028-06-01', '2029-05-31');
    expect(relevantCohort([past, later, planned], today)).toBe(planned);
  });

  it('is the last that closed when none is coming', () => {
    const older = cohort('older', 'completed', '2023-02-01', '2023-05-31');
    expect(relevantCohort([past, older], today)).toBe(past);
  });

  it('is never a cancelled one', () => {
    expect(relevantCohort([{ ...open, state: 'cancelled' }], today)).toBeNull();
  });

  it('sends those who came too late to the open or the coming one, and never back to the same', () => {
    expect(nextCohort([past, open, planned], past, today)).toBe(open);
    expect(nextCohort([past, planned], past, today)).toBe(planned);
    expect(nextCohort([past], past, today)).toBeNull();
    expect(nextCohort([open], open, today)).toBeNull();
  });

  it('is open whenever any public cohort is, whatever else there is', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(localDate('2024-01-01'), n));
    const anyCohort = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom(...cohortStates),
      opensOn: day,
      length: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anyCohort, { maxLength: 8 }), day, (made, on: LocalDate) => {
        const now = new Date(`${on}T12:00:00Z`);
        const cohorts = made.map(({ length, ...rest }) => ({
          ...rest,
          applicationDeadline: addDays(rest.opensOn, length),
          zone,
        }));
        const shown = relevantCohort(cohorts, now);
        const windows = cohorts
          .filter(({ state }) => state !== 'cancelled')
          .map((one) => applicationWindow(one, now));
        if (windows.includes('open')) expect(applicationWindow(shown!, now)).toBe('open');
        else if (windows.includes('coming')) expect(applicationWindow(shown!, now)).toBe('coming');
        else expect(shown === null).toBe(windows.length === 0);
      }),
    );
  });
});
