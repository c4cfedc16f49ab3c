import { beforeAll, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { withdrawApplication } from '@/lib/application/use-cases/withdraw-application';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { fillsIn, startsDraft, stepsOf, psychologist } from './stage';

describe('withdrawing an application', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
  });

  const letters = async (reference: string) => {
    const { id } = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    const rows = await platform.db.letter.findMany({ where: { applicationId: id } });
    return rows.map((letter) => letter.kind).sort();
  };

  it('confirms by letter what had arrived, and twice is the same answer', async () => {
    const applicant = await person(platform, 'Anne');
    const reference = await fillsIn(platform, applicant);
    const { arrivalNumber } = done(await submitApplication(platform, applicant, { reference }));
    const input = { reference, reason: 'Har fått ny jobb.' };
    const first = done(await withdrawApplication(platform, applicant, input));
    platform.clock.advance(60_000);
    expect(done(await withdrawApplication(platform, applicant, input))).toEqual(first);
    expect(await letters(reference)).toEqual([
      'application-received',
      'application-received-mailbox',
      'application-withdrawn',
    ]);
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({
      state: 'withdrawn',
      editable: false,
      withdrawable: false,
      withdrawnAt: first.withdrawnAt,
      arrivalNumber,
    });
  });

  it('of a draft writes to nobody', async () => {
    const applicant = await person(platform, 'Berit');
    const reference = await startsDraft(platform, applicant);
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
    expect(await letters(reference)).toEqual([]);
  });

  it('is possible after a conclusion, and after the deadline', async () => {
    const applicant = await person(platform, 'Cato');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const officer = await person(platform, 'Siri', { roles: ['officer'] });
    const conclusion = { reference, outcome: 'qualified', reason: 'Oppfyller kravene.' } as const;
    done(await concludeApplication(platform, officer, conclusion));
    try {
      platform.clock.set(moments.afterDeadline);
      done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
      const { id } = await platform.db.application.findUniqueOrThrow({ where: { reference } });
      const letter = await platform.db.letter.findFirstOrThrow({
        where: { applicationId: id, kind: 'application-withdrawn' },
      });
      expect(letter.text).toContain('Søknadsfristen er ute');
    } finally {
      platform.clock.set(moments.open);
    }
  });

  it('is somebody’s own act', async () => {
    const reference = await startsDraft(platform, await person(platform, 'Dina'));
    const other = await person(platform, 'Eli', { roles: ['admin'] });
    const refused = await withdrawApplication(platform, other, { reference, reason: '' });
    expect(refusalOf(refused)).toEqual({ kind: 'not-found' });
  });

  it('ends the editing of it', async () => {
    const applicant = await person(platform, 'Frida');
    const reference = await startsDraft(platform, applicant);
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
    const [step] = stepsOf(reference, psychologist);
    if (step === undefined) throw new Error('There is a first step.');
    expect(refusalOf(await saveStep(platform, applicant, step))).toEqual({
      kind: 'application-withdrawn',
    });
  });

  it('gives way to the answer to the offer once the outcome is released', async () => {
    const applicant = await person(platform, 'Geir');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    await platform.db.cohort.updateMany({ data: { state: 'admitting' } });
    const refused = await withdrawApplication(platform, applicant, { reference, reason: '' });
    expect(refusalOf(refused)).toEqual({
      kind: 'answer-instead',
      mailbox: 'bet@helsetrust.example',
    });
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({ state: 'submitted', withdrawable: false });
  });
});
