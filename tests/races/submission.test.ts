import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { databaseClock } from '@/lib/platform/clock';
import type { Platform } from '@/lib/platform/context';
import { done, moments, openCohort, person } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { fillsIn } from '../application/stage';

const many = 50;

/** Fifty whole applications are filled in first, which takes its time on a busy machine. */
const patience = 180_000;

/** A clock that runs, on a day of the window: the database's own, moved by whole days. */
function runningClock(): ReturnType<typeof databaseClock> {
  const day = 86_400_000;
  return databaseClock(Math.round((moments.open.getTime() - Date.now()) / day));
}

interface Draft {
  readonly applicant: Person;
  readonly reference: string;
}

let still: TestPlatform;
let running: Platform;

beforeAll(async () => {
  still = await testPlatform({ now: moments.open, connections: many + 10 });
  running = { ...still, clock: runningClock() };
});

describe(`${many} applications submitted at once`, () => {
  let cohortId: CohortId;

  beforeAll(async () => {
    cohortId = await openCohort(still);
  });

  async function drafts(round: string): Promise<Draft[]> {
    const made: Draft[] = [];
    for (let at = 0; at < many; at += 10) {
      const ten = Array.from({ length: 10 }, async (_, next) => {
        const applicant = await person(still, `${round} ${at + next}`);
        return { applicant, reference: await fillsIn(still, applicant) };
      });
      made.push(...(await Promise.all(ten)));
    }
    return made;
  }

  async function lastArrival(): Promise<number> {
    const cohort = await still.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    return cohort.lastArrivalNumber;
  }

  it(
    'get dense arrival numbers, in the order in which they were committed',
    async () => {
      const waiting = await drafts('on');
      const before = await lastArrival();
      const inOrderOfCommit: number[] = [];
      await Promise.all(
        waiting.map(async ({ applicant, reference }) => {
          const submitted = done(await submitApplication(running, applicant, { reference }));
          inOrderOfCommit.push(submitted.arrivalNumber);
        }),
      );
      const rows = await still.db.application.findMany({
        where: { reference: { in: waiting.map(({ reference }) => reference) } },
        orderBy: { arrivalNumber: 'asc' },
      });
      expect(rows.map((row) => row.arrivalNumber)).toEqual(
        Array.from({ length: many }, (_, at) => before + at + 1),
      );
      // Each took its time after the one before had committed and let the cohort go.
      const times = rows.map((row) => row.receivedAt?.getTime() ?? 0);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(await lastArrival()).toBe(before + many);
      expect(new Set(inOrderOfCommit).size).toBe(many);
      expect(
        await still.db.letter.count({
          where: { applicationId: { in: rows.map((row) => row.id) } },
        }),
      ).toBe(2 * many);
    },
    patience,
  );

  it(
    'do not all get in when the cohort is not locked: the lock is what holds the order',
    async () => {
      const waiting = await drafts('off');
      const before = await lastArrival();
      const unlocked: Platform = { ...running, locks: 'off' };
      const outcomes = await Promise.allSettled(
        waiting.map(({ applicant, reference }) =>
          submitApplication(unlocked, applicant, { reference }),
        ),
      );
      const inside = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
      // Two read the same last number; the unique index is the net that catches the second.
      expect(inside).toBeLessThan(many);
      expect(outcomes.some((outcome) => outcome.status === 'rejected')).toBe(true);
      expect(await lastArrival()).toBeLessThan(before + many);
    },
    patience,
  );
});

describe(`the same application submitted ${many} times at once`, () => {
  let draft: Draft;

  beforeEach(async () => {
    const applicant = await person(still, 'Kari');
    draft = { applicant, reference: await fillsIn(still, applicant) };
  });

  async function traces(reference: string) {
    const { id } = await still.db.application.findUniqueOrThrow({ where: { reference } });
    const [letters, revisions, events] = await Promise.all([
      still.db.letter.count({ where: { applicationId: id } }),
      still.db.applicationRevision.count({ where: { applicationId: id } }),
      still.db.auditEvent.count({ where: { subjectId: id, kind: 'application-submitted' } }),
    ]);
    return { letters, revisions, events };
  }

  function submitManyTimes(platform: Platform) {
    const { applicant, reference } = draft;
    return Promise.allSettled(
      Array.from({ length: many }, () => submitApplication(platform, applicant, { reference })),
    );
  }

  it('is one arrival, one set of letters, and identical answers', async () => {
    const outcomes = await submitManyTimes(running);
    const answers = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? done(outcome.value) : null,
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).not.toBeNull();
    expect(await traces(draft.reference)).toEqual({ letters: 2, revisions: 1, events: 1 });
  });

  it('is not one arrival without the lock on the application', async () => {
    const outcomes = await submitManyTimes({ ...running, locks: 'off' });
    const isBroken = outcomes.some((outcome) => outcome.status === 'rejected');
    const { letters } = await traces(draft.reference);
    expect(isBroken || letters > 2).toBe(true);
  });
});
