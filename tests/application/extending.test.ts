import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { cohortExtensions } from '@/lib/application/queries/cohort-extensions';
import { myApplication } from '@/lib/application/queries/my-application';
import { myApplications, myWindow } from '@/lib/application/queries/my-applications';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import { roles, type Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import {
  anchors,
  applies,
  concludes,
  done,
  moments,
  openAdmission,
  person,
  refusalOf,
} from '../admission/stage';
import type { TestPlatform } from '../harness/platform';
import { cohortOf2027, fillsIn, psychologist, startsDraft, uploaded } from './stage';

const until = localDate('2027-06-14');
const lastMoment = new Date('2027-06-14T21:59:59.999Z');
const reason = 'Innlagt på sykehus da fristen gikk ut.';

describe('an extension of the deadline', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
  });

  beforeEach(() => {
    platform.clock.set(moments.open);
  });

  const extend = (applicant: Person, day = until, why = reason) =>
    extendDeadline(platform, officer, {
      cohortId,
      email: applicant.email,
      until: day,
      reason: why,
    });

  it('is not for the officer’s own application', async () => {
    expect(refusalOf(await extend(officer))).toEqual({ kind: 'own-application' });
    const { email } = officer;
    expect(await platform.db.deadlineExtension.count({ where: { applicant: { email } } })).toBe(0);
    expect(await platform.db.letter.count({ where: { toAddress: email } })).toBe(0);
  });

  it('lets its applicant save, attach, remove, send and change to the last moment of its day', async () => {
    const applicant = await person(platform, 'Anne');
    const reference = await fillsIn(platform, applicant);
    platform.clock.set(moments.afterDeadline);
    const motivation = {
      reference,
      step: 'motivation',
      answers: { motivation: 'Jeg ble frisk.' },
      mustBeComplete: true,
    } as const;
    const passed = { kind: 'deadline-passed', deadline: '2027-05-31' };
    expect(refusalOf(await saveStep(platform, applicant, motivation))).toEqual(passed);
    done(await extend(applicant));
    platform.clock.set(lastMoment);
    done(await saveStep(platform, applicant, motivation));
    const file = await uploaded(platform, 'vitnemål.pdf');
    const { documentId } = done(
      await attachDocument(platform, applicant, { reference, documents: 'education', file }),
    );
    done(await removeDocument(platform, applicant, { reference, documentId }));
    const submitted = done(await submitApplication(platform, applicant, { reference }));
    expect(submitted.receivedAt).toEqual(lastMoment);
    done(await saveStep(platform, applicant, { ...motivation, answers: { motivation: 'Mer.' } }));
    platform.clock.advance(1);
    const later = { ...motivation, answers: { motivation: 'For sent.' } };
    expect(refusalOf(await saveStep(platform, applicant, later))).toEqual({
      kind: 'deadline-passed',
      deadline: until,
    });
  });

  it('lets somebody who has not begun start after the deadline', async () => {
    const applicant = await person(platform, 'Berit');
    platform.clock.set(moments.afterDeadline);
    expect(await myWindow(platform, applicant, { cohortId })).toEqual({
      window: 'closed',
      deadline: '2027-05-31',
    });
    done(await extend(applicant));
    expect(await myWindow(platform, applicant, { cohortId })).toEqual({
      window: 'open',
      deadline: until,
    });
    const reference = await startsDraft(platform, applicant);
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({ window: 'open', editable: true, deadline: until });
    const list = await myApplications(platform, applicant);
    expect(list.applications).toMatchObject([{ window: 'open', deadline: until }]);
  });

  it('moves nobody else’s deadline', async () => {
    const [applicant, other] = [await person(platform, 'Cato'), await person(platform, 'Dina')];
    const reference = await fillsIn(platform, other);
    done(await extend(applicant));
    platform.clock.set(moments.afterDeadline);
    expect(refusalOf(await submitApplication(platform, other, { reference }))).toEqual({
      kind: 'deadline-passed',
      deadline: '2027-05-31',
    });
    expect(await myApplication(platform, other, { reference })).toMatchObject({
      window: 'closed',
      editable: false,
      deadline: '2027-05-31',
    });
    expect(refusalOf(await startApplication(platform, officer, cohortOf2027))?.kind).toBe(
      'deadline-passed',
    );
  });

  it('reaches an address without an account, in a letter that says until when', async () => {
    const email = 'ny.soker@opptak.example';
    done(await extendDeadline(platform, officer, { cohortId, email, until, reason }));
    const account = await platform.db.user.findUniqueOrThrow({ where: { email } });
    const letters = await platform.db.letter.findMany({ where: { userId: account.id } });
    expect(letters).toMatchObject([
      { kind: 'deadline-extended', toAddress: email, locale: 'nb', cohortId },
    ]);
    expect(letters[0]?.subject).toContain('Du har fått utsatt søknadsfrist');
    expect(letters[0]?.text.replaceAll('\u00a0', ' ')).toContain('til og med 14. juni 2027');
    expect(letters[0]?.text).toContain('/nb/apply/bet-recovery/2027-2028');
  });

  it('is told in the language that the applicant prefers, with the way to the draft', async () => {
    const applicant = await person(platform, 'Eli');
    const reference = await fillsIn(platform, applicant, {
      ...psychologist,
      aboutYou: { ...psychologist.aboutYou, preferredLanguage: 'nn' },
    });
    done(await extend(applicant));
    const letter = await platform.db.letter.findFirstOrThrow({
      where: { userId: applicant.userId, kind: 'deadline-extended' },
    });
    expect(letter.locale).toBe('nn');
    expect(letter.subject).toContain('utsett søknadsfrist');
    expect(letter.text).toContain(`/nn/applications/${reference}`);
    // Why it was given is between the officer and the record.
    expect(letter.text).not.toContain(reason);
  });

  it('is logged: who, for whom, from when to when, and why', async () => {
    const applicant = await person(platform, 'Frida');
    const { extensionId } = done(await extend(applicant));
    const events = await platform.db.auditEvent.findMany({
      where: { subjectId: applicant.userId, kind: 'deadline-extended' },
    });
    expect(events).toMatchObject([
      {
        actorId: officer.userId,
        subjectType: 'user',
        cohortId,
        before: { until: '2027-05-31' },
        after: { extensionId, until },
        reason,
      },
    ]);
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const seen = done(await staffApplication(platform, officer, { reference }));
    expect(seen.events.map(({ kind }) => kind)).toContain('deadline-extended');
  });

  it('twice the same is one, with one letter and one event; another takes its place', async () => {
    const applicant = await person(platform, 'Geir');
    const first = await extend(applicant);
    expect(await extend(applicant)).toEqual(first);
    const letters = () => platform.db.letter.count({ where: { userId: applicant.userId } });
    expect(await letters()).toBe(1);
    done(await extend(applicant, localDate('2027-06-20'), 'Forlenget sykemelding.'));
    expect(await letters()).toBe(2);
    const given = done(await cohortExtensions(platform, officer, { cohortId })).extensions.filter(
      ({ email }) => email === applicant.email,
    );
    expect(given.map((each) => [each.until, each.standing, each.grantedBy])).toEqual([
      ['2027-06-20', true, officer.name],
      [until, false, officer.name],
    ]);
  });

  it('given twenty times at once is one', async () => {
    const email = 'samtidig@opptak.example';
    const all = await Promise.all(
      Array.from({ length: 20 }, () =>
        extendDeadline(platform, officer, { cohortId, email, until, reason }),
      ),
    );
    expect(new Set(all.map((result) => done(result).extensionId)).size).toBe(1);
    expect(await platform.db.letter.count({ where: { toAddress: email } })).toBe(1);
  });

  it('is for an officer or an admin to give, and to see', async () => {
    const applicant = await person(platform, 'Hans');
    for (const role of roles) {
      const actor = await person(platform, role, { roles: [role] });
      const input = { cohortId, email: applicant.email, until, reason };
      const allowed = role === 'officer' || role === 'admin';
      expect((await extendDeadline(platform, actor, input)).ok).toBe(allowed);
      expect((await cohortExtensions(platform, actor, { cohortId })).ok).toBe(allowed);
    }
    const input = { cohortId, email: applicant.email, until, reason };
    expect(refusalOf(await extendDeadline(platform, applicant, input))?.kind).toBe('forbidden');
    const nowhere = { ...input, cohortId: officer.userId };
    expect(refusalOf(await extendDeadline(platform, officer, nowhere))?.kind).toBe('not-found');
  });

  it('tells staff the name of an application when it has arrived, and nothing of a draft', async () => {
    platform.clock.set(moments.open);
    const applicant = await person(platform, 'Hulda');
    const { email } = applicant;
    done(await extendDeadline(platform, officer, { cohortId, email, until, reason }));
    const draft = await fillsIn(platform, applicant);
    const named = async () =>
      done(await cohortExtensions(platform, officer, { cohortId })).extensions.find(
        (each) => each.email === email,
      )?.name;
    expect(await named()).toBe(applicant.name);
    done(await submitApplication(platform, applicant, { reference: draft }));
    expect(await named()).toBe('Kari Eksempel');
  });

  it('leaves nothing behind when it is refused, not even the account', async () => {
    const email = 'for.lenge@opptak.example';
    const input = { cohortId, email, until: localDate('2027-07-31'), reason };
    expect(refusalOf(await extendDeadline(platform, officer, input))).toEqual({
      kind: 'extension-too-long',
      latest: '2027-07-30',
    });
    expect(await platform.db.user.count({ where: { email } })).toBe(0);
  });
});

describe('an extension and the ranking', () => {
  it('holds the lock back until it is over or used, then ends; anchoring is still judged on the common deadline', async () => {
    const { platform, cohortId, officer } = await openAdmission();
    const system = { kind: 'system', job: 'test' } as const;
    const early = await applies(platform, cohortId, 'Anne');
    await concludes(platform, officer, early);
    const slow = await person(platform, 'Berit');
    const reference = await fillsIn(platform, slow);
    const never = await person(platform, 'Cato');
    await fillsIn(platform, never);
    const extend = (email: string, day: string) =>
      extendDeadline(platform, officer, { cohortId, email, until: localDate(day), reason });
    done(await extend(slow.email, '2027-06-14'));
    done(await moveCohortState(platform, system, { cohortId, to: 'assessing' }));

    platform.clock.set(moments.afterDeadline);
    const running = { kind: 'extension-running', until: '2027-06-14' };
    expect(refusalOf(await lockRanking(platform, officer, { cohortId }))).toEqual(running);
    expect(done(await rankingPreview(platform, officer, { cohortId })).lockRefusal).toEqual(
      running,
    );

    // The others are being assessed; the one with the extension sends all the same.
    done(await submitApplication(platform, slow, { reference }));
    const workplaceId = async () =>
      (await platform.db.application.findUniqueOrThrow({ where: { reference } })).workplaceId;
    expect(await workplaceId()).not.toBeNull();
    await anchors(platform, officer, { applicant: slow, reference, unit: '' });
    await platform.db.anchoring.updateMany({ data: { from: new Date('2027-06-01') } });
    expect(done(await staffApplication(platform, officer, { reference })).priority).toBe(false);

    await concludes(platform, officer, { reference });
    const locked = done(await lockRanking(platform, officer, { cohortId }));
    expect(locked.positions).toBe(2);
    expect(refusalOf(await extend(never.email, '2027-06-20'))).toEqual({
      kind: 'extension-not-now',
      state: 'admitting',
    });
  });
});
