import { beforeAll, describe, expect, it } from 'vitest';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { releasePreview } from '@/lib/admission/queries/release-preview';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { withdrawOverride } from '@/lib/admission/use-cases/withdraw-override';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import { conclusions } from '@/lib/assessment/queries/conclusions';
import type { Person, Role } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import { cohortOf2027 } from '../application/stage';
import type { TestPlatform } from '../harness/platform';
import {
  anchors,
  applies,
  concludes,
  done,
  moments,
  openAdmission,
  person,
  refusalOf,
  type Applied,
} from './stage';

const refused = { kind: 'awaits-own-answer' };
const moveReason = 'Dokumentert erfaring som ikke kom med.';
const backReason = 'Trenger det ikke, søkeren er klart kvalifisert.';

/** Staff who have applied themselves are applicants like all others until the answers are out (rule 8). */
describe('an officer who has applied to the cohort', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;
  let oline: Person;
  let own: Applied;
  let anne: Applied;
  let berit: Applied;

  const as = (...roles: Role[]): Person => ({ ...own.applicant, roles });
  const table = async (reader: Person, args: object = {}) =>
    done(await staffApplications(platform, reader, { cohortId, ...args }));
  const read = async (reader: Person, { reference }: Applied) =>
    done(await staffApplication(platform, reader, { reference }));
  const figures = async (reader: Person) =>
    done(await cohortAdmission(platform, reader, { cohortId }));
  const statesSeen = async (reader: Person) =>
    (await table(reader)).rows.map(({ name, state }) => [name, state]);
  /** All that staff's pages could tell her of her own case, but for when she looks. */
  const allThatSheReads = async () => {
    const { now: _, ...list } = await table(oline);
    const { now: __, ...whole } = await read(oline, own);
    const { lockedAt: ___, ...cohort } = await figures(oline);
    return { list, whole, cohort };
  };

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
    anne = await applies(platform, cohortId, 'Anne');
    own = await applies(platform, cohortId, 'Oline');
    berit = await applies(platform, cohortId, 'Berit');
    oline = as('officer');
    await concludes(platform, officer, anne);
    await concludes(platform, officer, berit, 'not-qualified');
  });

  it('reads the same of her own case whatever has been concluded in it', async () => {
    const before = await allThatSheReads();
    expect(before.list.rows.map(({ name, state, isOwn }) => [name, state, isOwn])).toEqual([
      ['Anne', 'qualified', false],
      ['Oline', 'submitted', true],
      ['Berit', 'not-qualified', false],
    ]);
    await concludes(platform, officer, own);
    expect(await allThatSheReads()).toEqual(before);
    done(
      await overrideRanking(platform, officer, {
        cohortId,
        reference: own.reference,
        toPosition: 1,
        reason: moveReason,
      }),
    );
    expect(await allThatSheReads()).toEqual(before);
    await concludes(platform, officer, own, 'not-qualified');
    expect(await allThatSheReads()).toEqual(before);
    await concludes(platform, officer, own);
    expect(await statesSeen(officer)).toEqual([
      ['Anne', 'qualified'],
      ['Oline', 'qualified'],
      ['Berit', 'not-qualified'],
    ]);
  });

  it('finds it in no list by its conclusion, and counts it where its applicant believes it to be', async () => {
    const names = async (reader: Person, args: object) =>
      (await table(reader, args)).rows.map((row) => row.name);
    expect(await names(oline, { states: ['qualified'] })).toEqual(['Anne']);
    expect(await names(oline, { states: ['submitted'] })).toEqual(['Oline']);
    expect(await names(officer, { states: ['qualified'] })).toEqual(['Anne', 'Oline']);
    expect((await table(oline)).counts).toMatchObject({ submitted: 1, qualified: 1 });
    expect((await table(officer)).counts).toMatchObject({ submitted: 0, qualified: 2 });
    // By state she stands with those who wait, page by page too.
    const first = await table(oline, { sort: 'state', limit: 1 });
    expect(first.rows.map((row) => row.name)).toEqual(['Oline']);
    const rest = await table(oline, { sort: 'state', after: first.next });
    expect(rest.rows.map((row) => row.name)).toEqual(['Anne', 'Berit']);
    expect(await figures(oline)).toMatchObject({
      awaitsOwnAnswer: true,
      applications: { submitted: 1, qualified: 1, 'not-qualified': 1 },
      toConclude: 0,
    });
    expect(await figures(officer)).toMatchObject({
      awaitsOwnAnswer: false,
      applications: { submitted: 0, qualified: 2, 'not-qualified': 1 },
      toConclude: 0,
    });
  });

  it.each(['admin', 'officer', 'assessor', 'reader'] as const)(
    'is not told her own conclusion as %s',
    async (role) => {
      const { reference } = own;
      expect(refusalOf(await conclusions(platform, as(role), { reference }))).toEqual(refused);
      const whole = await read(as(role), own);
      expect(whole).toMatchObject({
        state: 'submitted',
        lockedPriority: null,
        own: { application: true, awaitsAnswer: true },
        permissions: { conclude: false, requestInformation: false },
      });
      expect(whole.events.map(({ kind }) => kind)).toEqual([
        'application-started',
        'application-submitted',
      ]);
      expect(JSON.stringify(whole)).not.toMatch(/Oppfyller|qualified|erfaring som/);
    },
  );

  it('reads of what staff have asked her what an applicant reads, and not why they took it back', async () => {
    const other = await applies(platform, cohortId, 'Dag');
    const ask = { reference: other.reference, asks: 'answer', question: 'Hvor lenge?' } as const;
    const asked = await requestInformation(platform, officer, {
      ...ask,
      dueOn: localDate('2027-04-01'),
    });
    const { number } = done(asked);
    done(
      await withdrawInformationRequest(platform, officer, {
        reference: other.reference,
        number,
        reason: backReason,
      }),
    );
    const dag: Person = { ...other.applicant, roles: ['officer'] };
    const whole = await read(dag, other);
    expect(whole.requests.map(({ state, withdrawnReason }) => [state, withdrawnReason])).toEqual([
      ['withdrawn', null],
    ]);
    expect(whole.events.at(-1)).toMatchObject({
      kind: 'information-request-withdrawn',
      reason: null,
    });
    const forOthers = await read(officer, other);
    expect(forOthers.requests[0]?.withdrawnReason).toBe(backReason);
    expect(forOthers.events.at(-1)?.reason).toBe(backReason);
    done(
      await withdrawApplication(platform, other.applicant, {
        reference: other.reference,
        reason: '',
      }),
    );
  });

  it('reads of a withdrawal and its undoing nothing of what it was withdrawn from', async () => {
    const eva = await applies(platform, cohortId, 'Eva');
    await concludes(platform, officer, eva);
    const { reference, applicant } = eva;
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
    const asOfficer: Person = { ...applicant, roles: ['officer'] };
    const told = async () => {
      const { events, state } = await read(asOfficer, eva);
      expect(JSON.stringify(events)).not.toContain('qualified');
      return [state, events.at(-1)?.kind];
    };
    expect(await told()).toEqual(['withdrawn', 'application-withdrawn']);
    done(await undoWithdrawal(platform, applicant, { reference }));
    expect(await told()).toEqual(['submitted', 'application-withdrawal-undone']);
    expect((await read(officer, eva)).events.at(-1)?.after).toEqual({ state: 'qualified' });
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
  });

  it('reads others’ applications as before, but for their places in the ranking', async () => {
    const { reference } = anne;
    done(
      await overrideRanking(platform, officer, {
        cohortId,
        reference,
        toPosition: 2,
        reason: moveReason,
      }),
    );
    const rows = done(await conclusions(platform, oline, { reference }));
    expect(rows.map((row) => row.reason)).toEqual(['Oppfyller alle kravene.']);
    const seen = await read(oline, anne);
    expect(seen.state).toBe('qualified');
    const kinds = seen.events.map(({ kind }) => kind);
    expect(kinds).toContain('application-concluded');
    expect(kinds).not.toContain('ranking-overridden');
    expect((await read(officer, anne)).events.map(({ kind }) => kind)).toContain(
      'ranking-overridden',
    );
  });

  it('is shown neither the ranking nor the letters, and does nothing in them', async () => {
    platform.clock.set(moments.afterDeadline);
    const { reference } = anne;
    const move = { cohortId, reference, toPosition: 1, reason: moveReason };
    const before = await platform.db.auditEvent.count();
    for (const reader of [as('officer'), as('admin')]) {
      const answers = [
        await rankingPreview(platform, reader, { cohortId }),
        await releasePreview(platform, reader, { cohortId }),
        await overrideRanking(platform, reader, move),
        await overrideRanking(platform, reader, { ...move, reference: own.reference }),
        await withdrawOverride(platform, reader, { cohortId, reference: own.reference }),
        await lockRanking(platform, reader, { cohortId }),
        await releaseAdmission(platform, reader, { cohortId }),
      ];
      expect(answers.map(refusalOf)).toEqual(Array(7).fill(refused));
    }
    expect(refusalOf(await rankingPreview(platform, as('reader'), { cohortId }))).toEqual(refused);
    expect(await platform.db.auditEvent.count()).toBe(before);
    expect(await platform.db.ranking.count()).toBe(0);
  });

  it('learns nothing when a colleague locks: neither that she has a place nor how many have', async () => {
    done(await lockRanking(platform, officer, { cohortId }));
    await anchors(platform, officer, own);
    const { reference } = own;
    expect(refusalOf(await conclusions(platform, oline, { reference }))).toEqual(refused);
    // As her workplace stands now; the class that was locked would tell that she has one.
    expect(await read(oline, own)).toMatchObject({ lockedPriority: null, priority: true });
    expect(await read(officer, own)).toMatchObject({ lockedPriority: false, priority: false });
    const priority = async (reader: Person) =>
      (await table(reader, { priority: true })).rows.map((row) => row.name);
    expect(await priority(oline)).toEqual(['Oline']);
    expect(await priority(officer)).toEqual([]);
    expect((await figures(oline)).lockedPositions).toBe(1);
    expect((await figures(officer)).lockedPositions).toBe(2);
    const answers = [
      await rankingPreview(platform, oline, { cohortId }),
      await releasePreview(platform, oline, { cohortId }),
      await lockRanking(platform, oline, { cohortId }),
      await releaseAdmission(platform, oline, { cohortId }),
    ];
    expect(answers.map(refusalOf)).toEqual(Array(4).fill(refused));
    expect(await platform.db.release.count()).toBe(0);
  });

  it('is not let in by withdrawing, since a withdrawal can be undone', async () => {
    const dag = await platform.db.user.findFirstOrThrow({ where: { name: 'Dag' } });
    const withdrawn: Person = { ...oline, userId: dag.id as Person['userId'] };
    expect(refusalOf(await rankingPreview(platform, withdrawn, { cohortId }))).toEqual(refused);
    expect(done(await rankingPreview(platform, officer, { cohortId })).rows).toHaveLength(2);
  });

  it('reads all of it when the answers are out', async () => {
    done(await releaseAdmission(platform, officer, { cohortId }));
    const { reference } = own;
    const whole = await read(oline, own);
    expect(whole).toMatchObject({
      state: 'qualified',
      lockedPriority: false,
      own: { application: true, awaitsAnswer: false },
    });
    expect(whole.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['application-concluded', 'ranking-overridden', 'offer-opened']),
    );
    const [standing] = done(await conclusions(platform, oline, { reference }));
    expect(standing?.reason).toBe('Oppfyller alle kravene.');
    expect(await statesSeen(oline)).toEqual(await statesSeen(officer));
    expect((await figures(oline)).lockedPositions).toBe(2);
    expect(done(await rankingPreview(platform, oline, { cohortId })).rows).toHaveLength(2);
    expect(done(await releasePreview(platform, oline, { cohortId })).offers).toHaveLength(2);
    // What was done before is answered as to everybody.
    expect((await lockRanking(platform, oline, { cohortId })).ok).toBe(true);
    expect((await releaseAdmission(platform, oline, { cohortId })).ok).toBe(true);
  });
});

describe('an officer who has begun a draft and not sent it', () => {
  it('is no applicant yet, and ranks like others', async () => {
    const { platform, cohortId } = await openAdmission();
    const drafter = await person(platform, 'Didrik', { roles: ['officer'] });
    done(await startApplication(platform, drafter, cohortOf2027));
    const anne = await applies(platform, cohortId, 'Anne');
    await concludes(platform, drafter, anne);
    expect((await rankingPreview(platform, drafter, { cohortId })).ok).toBe(true);
    platform.clock.set(moments.afterDeadline);
    done(await lockRanking(platform, drafter, { cohortId }));
    done(await releaseAdmission(platform, drafter, { cohortId }));
  });
});
