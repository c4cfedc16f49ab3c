import { Client } from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { workplaceStanding } from '@/lib/application/queries/workplace-standing';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import { done, moments, openCohort, person } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { fillsIn, psychologist, stepsOf } from './stage';

/** What somebody waits for is asked in one trip where it can be: each further one waits for the one before. */
describe('the trips to the database', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** The first word of each statement that some work sends. */
  async function trips(work: () => Promise<unknown>): Promise<string[]> {
    const sent = vi.spyOn(Client.prototype, 'query');
    await work();
    return sent.mock.calls.map(([statement]: unknown[]) => {
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      return /\w+/.exec(text)?.[0].toLowerCase() ?? '';
    });
  }

  it('of a page of the dialogue are one', async () => {
    const applicant = await person(platform, 'Anne');
    const reference = await fillsIn(platform, applicant);
    const read = await trips(() => myApplication(platform, applicant, { reference }));
    expect(read).toEqual(['select']);
  });

  it("of a draft's save are what is read and what is written", async () => {
    const applicant = await person(platform, 'Bente');
    const reference = await fillsIn(platform, applicant);
    const saved = await trips(() => savesMotivation(applicant, reference));
    expect(saved).toEqual(['select', 'with']);
  });

  it('of a change to what has been sent begin with the lock, in one transaction', async () => {
    const applicant = await person(platform, 'Bodil');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const saved = await trips(() => savesMotivation(applicant, reference));
    expect(saved.slice(0, 4)).toEqual(['select', 'begin', 'select', 'select']);
    expect(saved.slice(-2)).toEqual(['with', 'commit']);
  });

  async function savesMotivation(applicant: Person, reference: string) {
    const answers = { ...psychologist, motivation: { motivation: 'Jeg vil lære mer.' } };
    const step = stepsOf(reference, answers).find((each) => each.step === 'motivation');
    if (step === undefined) throw new Error('There is no such step.');
    expect(done(await saveStep(platform, applicant, step)).changed).toBe(true);
  }

  it('about a workplace are two', async () => {
    const applicant = await person(platform, 'Cecilie');
    const reference = await fillsIn(platform, applicant);
    const claim = psychologist.workplace;
    const asked = await trips(() => workplaceStanding(platform, applicant, { reference, claim }));
    expect(asked).toEqual(['select', 'with']);
  });

  it('of a counted attempt wait for no disk: its table is unlogged', async () => {
    const [table] = await platform.db.$queryRaw<{ persistence: string }[]>`
      select relpersistence::text as persistence from pg_class where relname = 'rate_limit'`;
    expect(table).toEqual({ persistence: 'u' });
  });
});
