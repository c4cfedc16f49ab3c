import { beforeAll, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { offerForApplicant } from '@/lib/admission/queries/offer-for-applicant';
import { releasePreview } from '@/lib/admission/queries/release-preview';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import {
  applies,
  concludes,
  done,
  moments,
  openAdmission,
  person,
  refusalOf,
  type Applied,
} from './stage';
import type { TestPlatform } from '../harness/platform';
import { fillsIn, psychologist, startsDraft, stepsOf } from '../application/stage';

describe('withdrawing an application', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    ({ platform } = await openAdmission());
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
      'application-withdrawn-mailbox',
    ]);
    const told = await platform.db.letter.findFirstOrThrow({
      where: { kind: 'application-withdrawn-mailbox' },
    });
    expect(told).toMatchObject({ toAddress: 'bet@helsetrust.example', locale: 'nb' });
    expect(told.subject).toBe(
      `Søknad nr. ${arrivalNumber} er trukket: BET-Recoveryutdanningen 2027–2028`,
    );
    expect(told.text).toContain(`/nb/staff/applications/${reference}`);
    expect(told.text).not.toContain(input.reason);
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
      expect(letter.text).toContain('søknadsfristen er ute');
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

  it('has nothing to take back once the gatherings have begun', async () => {
    const applicant = await person(platform, 'Geir');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    await platform.db.cohort.updateMany({ data: { state: 'running' } });
    const refused = await withdrawApplication(platform, applicant, { reference, reason: '' });
    expect(refusalOf(refused)).toEqual({
      kind: 'answer-instead',
      mailbox: 'bet@helsetrust.example',
    });
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({ state: 'submitted', withdrawable: false });
  });
});

describe('withdrawing while a cohort is admitting', () => {
  let platform: TestPlatform;
  let officer: Person;
  let applicants: Applied[];
  let cohortId: CohortId;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission({ capacity: 2, earlyBirdPlaces: 1 }));
    applicants = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      applicants.push(await applies(platform, cohortId, `Demo Søker ${name}`));
    }
    platform.clock.set(moments.afterDeadline);
    for (const applied of applicants) await concludes(platform, officer, applied);
    done(await lockRanking(platform, officer, { cohortId }));
  });

  const at = (index: number) => {
    const applied = applicants[index];
    if (applied === undefined) throw new Error('No such applicant.');
    return applied;
  };
  const withdraws = ({ applicant, reference }: Applied) =>
    withdrawApplication(platform, applicant, { reference, reason: '' });

  it('goes as ever between the lock and the release, and the place passes to the next in line', async () => {
    done(await withdraws(at(0)));
    const released = done(await releaseAdmission(platform, officer, { cohortId }));
    expect(released).toMatchObject({ offers: 2, waitingList: 2, refusals: 0 });
    const offers = await platform.db.offer.findMany({ include: { application: true } });
    expect(offers.map((offer) => offer.application.reference).sort()).toEqual(
      [at(1).reference, at(2).reference].sort(),
    );
  });

  it('is held back by an offer, which is declined instead', async () => {
    expect(refusalOf(await withdraws(at(1)))).toMatchObject({ kind: 'answer-instead' });
    const { applicant, reference } = at(1);
    done(await declineOffer(platform, applicant, { reference, linkSecret: null }));
    done(await withdraws(at(1)));
  });

  it('goes from the waiting list, and those behind move up', async () => {
    const told = async ({ applicant, reference }: Applied) =>
      done(await offerForApplicant(platform, applicant, { reference, linkSecret: null }));
    expect(await told(at(4))).toMatchObject({ number: 2, toldNumber: 2, total: 2 });
    const before = done(await cohortAdmission(platform, officer, { cohortId }));
    expect(before).toMatchObject({ waiting: 2, lockedPositions: 5 });
    done(await withdraws(at(3)));
    expect(await told(at(4))).toMatchObject({ number: 1, toldNumber: 2, total: 1 });
    const after = done(await cohortAdmission(platform, officer, { cohortId }));
    expect(after).toMatchObject({ waiting: 1, lockedPositions: 5 });
    const { waitingList } = done(await releasePreview(platform, officer, { cohortId }));
    expect(
      waitingList.map(({ number, numberNow, withdrawn }) => [number, numberNow, withdrawn]),
    ).toEqual([
      [1, null, true],
      [2, 1, false],
    ]);
  });

  it('goes once the offer has lapsed by the clock, whatever its row says', async () => {
    platform.clock.set(moments.lastAnswer);
    expect(refusalOf(await withdraws(at(2)))).toMatchObject({ kind: 'answer-instead' });
    platform.clock.set(moments.afterAnswers);
    done(await withdraws(at(2)));
  });
});
