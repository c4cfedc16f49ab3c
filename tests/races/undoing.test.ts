import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import { done, openAdmission, person, refusalOf } from '../admission/stage';
import { cohortOf2027, fillsIn, startsDraft } from '../application/stage';
import type { TestPlatform } from '../harness/platform';
import { standsBeforeItWrites } from './standing';

/**
 * Somebody takes a withdrawal back in one window and begins a new application to the same cohort in another.
 * Beginning takes no lock, so that nobody waits for a cohort's row to look at a form: what holds rule 4 is the
 * unique index alone. The control is therefore run on a database without the index, and not without locks.
 */
let platform: TestPlatform;

const undoes = (applicant: Person, reference: string) => (on: Pick<TestPlatform, 'db'>) =>
  undoWithdrawal({ ...platform, ...on }, applicant, { reference });
const begins = (applicant: Person) => (on: Pick<TestPlatform, 'db'>) =>
  startApplication({ ...platform, ...on }, applicant, cohortOf2027);
const withdraws = async (applicant: Person, reference: string) =>
  done(await withdrawApplication(platform, applicant, { reference, reason: '' }));

/** The applications of a person that stand. */
async function live({ userId }: Person): Promise<string[]> {
  const rows = await platform.db.application.findMany({
    where: { applicantId: userId, state: { not: 'withdrawn' } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map((row) => row.reference);
}

/** Somebody who has sent an application and withdrawn it. */
async function hasWithdrawn(name: string): Promise<{ applicant: Person; reference: string }> {
  const applicant = await person(platform, name);
  const reference = await fillsIn(platform, applicant);
  done(await submitApplication(platform, applicant, { reference }));
  await withdraws(applicant, reference);
  return { applicant, reference };
}

beforeAll(async () => {
  ({ platform } = await openAdmission({ connections: 12 }));
});

describe('a withdrawal that is undone while another application is begun', () => {
  it('is told that there is another, when that came between its look and its write', async () => {
    const { applicant, reference } = await hasWithdrawn('Anne');
    const undoing = await standsBeforeItWrites(platform, undoes(applicant, reference));
    expect(undoing.stands).toBe(true);
    const begun = done(await begins(applicant)(platform));
    expect(begun.reference).not.toBe(reference);
    expect(refusalOf(await undoing.goOn())).toEqual({ kind: 'applied-anew' });
    expect(await live(applicant)).toEqual([begun.reference]);
  });

  it('leads whoever begins to what was given back, when that came between', async () => {
    const { applicant, reference } = await hasWithdrawn('Berit');
    const beginning = await standsBeforeItWrites(platform, begins(applicant));
    expect(beginning.stands).toBe(true);
    done(await undoes(applicant, reference)(platform));
    expect(done(await beginning.goOn())).toEqual({ reference });
    expect(await live(applicant)).toEqual([reference]);
  });

  it('leaves exactly one that stands, whichever is first', async () => {
    for (let round = 0; round < 6; round++) {
      const applicant = await person(platform, `Cato ${round}`);
      const reference = await startsDraft(platform, applicant);
      await withdraws(applicant, reference);
      const [undone, begun] = await Promise.all([
        undoes(applicant, reference)(platform),
        begins(applicant)(platform),
      ]);
      const [stands, ...others] = await live(applicant);
      expect(others).toEqual([]);
      // Whoever begins is led to the one that stands; whoever undoes is told that there is another.
      expect(done(begun).reference).toBe(stands);
      if (undone.ok) expect(stands).toBe(reference);
      else expect(undone.refusal).toEqual({ kind: 'applied-anew' });
    }
  });
});

describe('without the unique index', () => {
  beforeEach(async () => {
    await platform.db.$executeRaw`drop index if exists application_one_for_each_applicant`;
  });

  it('a withdrawal that is undone while another is begun leaves two that stand', async () => {
    const { applicant, reference } = await hasWithdrawn('David');
    const undoing = await standsBeforeItWrites(platform, undoes(applicant, reference));
    const begun = done(await begins(applicant)(platform));
    done(await undoing.goOn());
    expect((await live(applicant)).sort()).toEqual([begun.reference, reference].sort());
  });

  it('so does an application that is begun while a withdrawal is undone', async () => {
    const { applicant, reference } = await hasWithdrawn('Eva');
    const beginning = await standsBeforeItWrites(platform, begins(applicant));
    done(await undoes(applicant, reference)(platform));
    done(await beginning.goOn());
    expect(await live(applicant)).toHaveLength(2);
  });
});
