import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import type { Answers } from '@/lib/application/rules/answers';
import type { FormProblem } from '@/lib/application/rules/editing';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import {
  registerApplication,
  type ApplicationToRegister,
} from '@/lib/application/use-cases/register-application';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { roles, type Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import { cookieName } from '@/lib/platform/session/cookies';
import { createSignInLink } from '@/lib/platform/session/sign-in';
import { signedInPerson } from '@/lib/staff/queries/signed-in-person';
import { confirmSignIn } from '@/lib/staff/use-cases/confirm-sign-in';
import {
  applies,
  concludes,
  done,
  moments,
  openAdmission,
  person,
  refusalOf,
} from '../admission/stage';
import type { TestPlatform } from '../harness/platform';
import { byWork, cohortOf2027, isStored, psychologist, startsDraft, uploaded } from './stage';

const cameAt = new Date('2027-02-26T13:20:00Z');

describe('registering an application that came by e-mail or post', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;
  let count = 0;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
  });

  beforeEach(() => {
    platform.clock.set(moments.open);
  });

  const paper = async (
    given: Partial<ApplicationToRegister> = {},
  ): Promise<ApplicationToRegister> => {
    count += 1;
    return {
      cohortId,
      email: `papir${count}@opptak.example`,
      way: 'post',
      receivedAt: cameAt,
      answers: psychologist,
      enclosed: [],
      file: await uploaded(platform, `søknad ${count}.pdf`),
      ...given,
    };
  };

  const register = async (given: Partial<ApplicationToRegister> = {}) =>
    registerApplication(platform, officer, await paper(given));

  it('is not for the officer’s own application, which could be given any time of arrival', async () => {
    const own = await paper({ email: officer.email });
    expect(refusalOf(await registerApplication(platform, officer, own))).toEqual({
      kind: 'own-application',
    });
    expect(await isStored(platform, own.file?.key ?? '')).toBe(false);
    const { aboutYou: _, ...others } = psychologist;
    const lacking = await registerApplication(
      platform,
      officer,
      await paper({ email: officer.email, answers: { ...others, aboutYou: null } }),
    );
    expect((refusalOf(lacking) as { problems?: FormProblem[] }).problems).toContainEqual({
      field: 'email',
      code: 'own-application',
      params: {},
    });
    expect(await platform.db.application.count({ where: { applicantId: officer.userId } })).toBe(0);
    const colleague = await person(platform, 'Kollega', { roles: ['officer'] });
    const again = await paper({ email: officer.email });
    done(await registerApplication(platform, colleague, again));
  });

  it('gives it the time it came and the next number, with the paper as a document', async () => {
    const before = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const input = await paper();
    const { reference } = done(await registerApplication(platform, officer, input));
    const row = await platform.db.application.findUniqueOrThrow({
      where: { reference },
      include: { documents: true, revisions: true, workplace: true },
    });
    expect(row).toMatchObject({
      state: 'submitted',
      receivedAt: cameAt,
      arrivalNumber: before.lastArrivalNumber + 1,
      createdAt: moments.open,
      applicantName: 'Kari Eksempel',
      categoryNumber: 1,
      workplace: { unit: 'DPS Nord, døgn' },
      documents: [{ documents: 'other', filename: input.file?.filename }],
      revisions: [{ number: 1, byId: officer.userId, at: moments.open }],
    });
    const after = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(after.lastArrivalNumber).toBe(before.lastArrivalNumber + 1);
    const seen = done(await staffApplication(platform, officer, { reference }));
    expect(seen).toMatchObject({ receivedAt: cameAt, missing: [] });
  });

  it('is logged with who registered it and how it came, and both are told by letter', async () => {
    const answers: Answers = {
      ...psychologist,
      aboutYou: { ...psychologist.aboutYou, preferredLanguage: 'nn' },
    };
    const input = await paper({ way: 'email', answers });
    const { reference } = done(await registerApplication(platform, officer, input));
    const row = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    const events = await platform.db.auditEvent.findMany({ where: { subjectId: row.id } });
    expect(events).toMatchObject([
      {
        kind: 'application-registered',
        actorId: officer.userId,
        actorLabel: officer.name,
        cohortId,
        after: { way: 'email', receivedAt: cameAt.toISOString(), arrivalNumber: row.arrivalNumber },
      },
    ]);
    const letters = await platform.db.letter.findMany({
      where: { applicationId: row.id },
      orderBy: { id: 'asc' },
    });
    expect(letters.map(({ kind, toAddress, locale }) => [kind, toAddress, locale])).toEqual([
      ['application-received', input.email, 'nn'],
      ['application-received-mailbox', 'bet@helsetrust.example', 'nb'],
    ]);
    const [receipt, notice] = letters.map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(receipt).toContain('på e-post, og vi har skrive han inn for deg');
    expect(receipt).toContain('Motteken: 26. februar 2027 kl. 14.20');
    expect(notice).toContain(`Registrert av: ${officer.name}, kom på e-post`);
  });

  it('is taken over by signing in with the address', async () => {
    const input = await paper();
    const { reference } = done(await registerApplication(platform, officer, input));
    const token = await createSignInLink(platform, 'nb', input.email);
    const { sessionSecret } = done(
      await confirmSignIn(platform, 'nb', { token, formerSession: null }),
    );
    const cookie = `${cookieName(platform.env, 'session')}=${sessionSecret}`;
    const applicant = await signedInPerson(platform, cookie);
    if (applicant === null) throw new Error('Nobody is signed in.');
    expect(applicant.roles).toEqual([]);
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({ state: 'submitted', editable: true, receivedAt: cameAt });
    const events = await myTimeline(platform, applicant, { reference });
    expect(events?.map(({ kind }) => kind)).toEqual(['application-registered']);
    // A correction is a revision of the applicant's own, and moves nothing in the order (rule 3).
    done(
      await saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        answers: { motivation: 'Slik skulle det stått.' },
        mustBeComplete: true,
      }),
    );
    const row = await platform.db.application.findUniqueOrThrow({
      where: { reference },
      include: { revisions: { orderBy: { number: 'asc' } }, documents: true },
    });
    expect(row.receivedAt).toEqual(cameAt);
    expect(row.revisions.map(({ byId }) => byId)).toEqual([officer.userId, applicant.userId]);
    const documentId = row.documents[0]?.id ?? '';
    expect((await documentForDownload(platform, applicant, { documentId })).ok).toBe(true);
    expect(done(await startApplication(platform, applicant, cohortOf2027))).toEqual({ reference });
  });

  it('goes to the account that the address has already', async () => {
    const applicant = await person(platform, 'Berit');
    const { reference } = done(await register({ email: applicant.email }));
    expect(await myApplication(platform, applicant, { reference })).not.toBeNull();
  });

  it('twice is the same answer: one application, one set of letters, and no bytes left over', async () => {
    const input = await paper({ file: await uploaded(platform, 'samme.pdf') });
    const first = await registerApplication(platform, officer, input);
    platform.clock.advance(60_000);
    const again = await uploaded(platform, 'samme.pdf');
    expect(await registerApplication(platform, officer, { ...input, file: again })).toEqual(first);
    expect(await isStored(platform, again.key)).toBe(false);
    expect(await isStored(platform, input.file?.key ?? '')).toBe(true);
    const row = await platform.db.application.findUniqueOrThrow({ where: done(first) });
    expect(await platform.db.letter.count({ where: { applicationId: row.id } })).toBe(2);
    expect(await platform.db.supportingDocument.count({ where: { applicationId: row.id } })).toBe(
      1,
    );
  });

  it('twenty times at once is one, and numbers stay dense', async () => {
    const email = 'samtidig@opptak.example';
    const inputs = await Promise.all(
      Array.from({ length: 20 }, async () =>
        paper({ email, file: await uploaded(platform, 'samtidig.pdf') }),
      ),
    );
    const others = await Promise.all(Array.from({ length: 5 }, () => paper()));
    // One person may have three files in the line at once.
    const officers: Person[] = [];
    for (let at = 0; at < 9; at += 1) {
      officers.push(await person(platform, `Samtidig ${at}`, { roles: ['officer'] }));
    }
    const all = await Promise.all(
      [...inputs, ...others].map((input, at) =>
        registerApplication(platform, officers[at % officers.length] ?? officer, input),
      ),
    );
    expect(new Set(all.map((result) => done(result).reference)).size).toBe(6);
    const rows = await platform.db.application.findMany({
      where: { cohortId, arrivalNumber: { not: null } },
      orderBy: { arrivalNumber: 'asc' },
    });
    expect(rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual(rows.map((_, at) => at + 1));
  });

  it('is one for each applicant and cohort, and says which there is', async () => {
    const { applicant, reference } = await applies(platform, cohortId, 'Cato');
    expect(refusalOf(await register({ email: applicant.email }))).toEqual({
      kind: 'already-applied',
      reference,
    });
    const drafting = await person(platform, 'Dina');
    await startsDraft(platform, drafting);
    expect(refusalOf(await register({ email: drafting.email }))).toEqual({
      kind: 'applicant-has-draft',
    });
  });

  it('is formally complete as every other, and says where on the form it is not', async () => {
    const incomplete: Answers = {
      ...psychologist,
      aboutYou: { ...psychologist.aboutYou, phone: '' },
      category: { ...psychologist.category, education: '' },
      conditions: { ...psychologist.conditions, rolePlay: false },
    };
    const input = await paper({ answers: incomplete });
    expect(refusalOf(await registerApplication(platform, officer, input))).toMatchObject({
      kind: 'application-incomplete',
      problems: [
        { field: 'aboutYou.phone', code: 'required' },
        { field: 'category.education', code: 'required' },
        { field: 'conditions.rolePlay', code: 'must-confirm' },
      ],
    });
    expect(await platform.db.user.count({ where: { email: input.email } })).toBe(0);
    expect(await isStored(platform, input.file?.key ?? '')).toBe(false);
  });

  it('takes those without a degree when the paper shows both work and courses', async () => {
    const answers: Answers = { ...psychologist, category: byWork };
    expect(refusalOf(await register({ answers, enclosed: ['work'] }))).toMatchObject({
      problems: [{ field: 'enclosed.course', code: 'course-not-documented' }],
    });
    const { reference } = done(await register({ answers, enclosed: ['work', 'course'] }));
    const row = await platform.db.application.findUniqueOrThrow({
      where: { reference },
      include: { documents: { orderBy: { id: 'asc' } } },
    });
    expect(row.documents.map(({ documents }) => documents)).toEqual(['other', 'work', 'course']);
    for (const { storageKey } of row.documents) {
      expect(await isStored(platform, storageKey)).toBe(true);
    }
    // Work counts to the day on which it came, not to the day on which it was written in.
    const seen = done(await staffApplication(platform, officer, { reference }));
    expect(seen.missing).toEqual([]);
  });

  it.each([
    ['in the future', '2027-03-01T09:00:00.001Z', { kind: 'received-in-future' }],
    [
      'before the window',
      '2026-05-31T21:59:59.999Z',
      { kind: 'received-before-opening', opensOn: '2026-06-01' },
    ],
  ])('is not taken as received %s', async (_when, receivedAt, refusal) => {
    expect(refusalOf(await register({ receivedAt: new Date(receivedAt) }))).toEqual(refusal);
  });

  it('is taken late when it came in time, and after the deadline only with an extension', async () => {
    platform.clock.set(moments.afterDeadline);
    done(await register({ receivedAt: moments.lastMoment }));
    const late = { receivedAt: new Date('2027-06-02T08:00:00Z'), email: 'sen@opptak.example' };
    expect(refusalOf(await register(late))).toEqual({
      kind: 'received-after-deadline',
      deadline: '2027-05-31',
    });
    platform.clock.set(new Date('2027-06-01T08:00:00Z'));
    done(
      await extendDeadline(platform, officer, {
        cohortId,
        email: late.email,
        until: localDate('2027-06-07'),
        reason: 'Posten var forsinket.',
      }),
    );
    platform.clock.set(moments.afterDeadline);
    const { reference } = done(await register(late));
    const receipt = await platform.db.letter.findFirstOrThrow({
      where: { kind: 'application-received', toAddress: late.email },
    });
    // On 10 June the extension to the 7th is over: there is nothing left to change.
    expect(receipt.text).toContain('Søknadsfristen er ute');
    expect(reference).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  });

  it.each([
    ['html', 'file-broken'],
    ['exe', 'file-kind-not-taken'],
  ] as const)('does not take a paper that is %s', async (kind, refused) => {
    const file = await uploaded(platform, 'søknad.pdf', kind);
    expect(refusalOf(await register({ file }))).toEqual({ kind: refused });
    expect(await isStored(platform, file.key)).toBe(false);
    expect(refusalOf(await register({ file: null }))).toEqual({ kind: 'file-missing' });
  });

  it('is refused for everything that speaks against it at once, the paper too', async () => {
    const { applicant } = await applies(platform, cohortId, 'Finn');
    const answers: Answers = {
      ...psychologist,
      aboutYou: { ...psychologist.aboutYou, phone: '' },
      category: byWork,
    };
    const receivedAt = new Date('2027-03-02T09:00:00Z');
    const wrong = { answers, receivedAt, email: applicant.email, file: null };
    const refusal = refusalOf(await register(wrong)) as unknown as { problems: FormProblem[] };
    expect(refusal.problems.map(({ field, code }) => [field, code])).toEqual([
      ['receivedOn', 'received-in-future'],
      ['email', 'already-applied'],
      ['file', 'file-missing'],
      ['aboutYou.phone', 'required'],
      ['enclosed.work', 'work-not-documented'],
      ['enclosed.course', 'course-not-documented'],
    ]);
  });

  it('has its paper opened only when nothing else speaks against it', async () => {
    const read = vi.spyOn(platform.storage, 'read');
    try {
      const broken = async () => uploaded(platform, 'søknad.pdf', 'html');
      const incomplete = { ...psychologist, conditions: null };
      const inputs = [
        [{ answers: incomplete }, 'application-incomplete'],
        [{ receivedAt: new Date('2027-03-02T09:00:00Z') }, 'received-in-future'],
        [{ cohortId: officer.userId }, 'not-found'],
      ] as const;
      for (const [given, kind] of inputs) {
        const file = await broken();
        expect(refusalOf(await register({ ...given, file }))?.kind).toBe(kind);
        expect(read).not.toHaveBeenCalled();
        expect(await isStored(platform, file.key)).toBe(false);
        read.mockClear();
      }
      const reader = await person(platform, 'Leser', { roles: ['reader'] });
      const file = await broken();
      const refused = await registerApplication(platform, reader, await paper({ file }));
      expect(refusalOf(refused)?.kind).toBe('forbidden');
      expect(read).not.toHaveBeenCalled();
      expect(refusalOf(await register({ file: await broken() }))?.kind).toBe('file-broken');
    } finally {
      read.mockRestore();
    }
  });

  it('is for an officer or an admin', async () => {
    for (const role of roles) {
      const actor = await person(platform, role, { roles: [role] });
      const result = await registerApplication(platform, actor, await paper());
      expect(result.ok).toBe(role === 'officer' || role === 'admin');
    }
    const applicant = await person(platform, 'Eli');
    const input = await paper({ email: applicant.email });
    expect(refusalOf(await registerApplication(platform, applicant, input))?.kind).toBe(
      'forbidden',
    );
    const nowhere = await paper({ cohortId: officer.userId });
    expect(refusalOf(await registerApplication(platform, officer, nowhere))?.kind).toBe(
      'not-found',
    );
  });
});

describe('the order of what came on paper', () => {
  it('is by the time received, then by number, in the table and in the ranking; once locked nothing more is taken', async () => {
    const { platform, cohortId, officer } = await openAdmission();
    const first = await applies(platform, cohortId, 'Anne');
    const second = await applies(platform, cohortId, 'Berit');
    const anne = await platform.db.application.findUniqueOrThrow({
      where: { reference: first.reference },
    });
    const register = async (name: string, receivedAt: Date) =>
      registerApplication(platform, officer, {
        cohortId,
        email: `${name.toLowerCase()}@opptak.example`,
        way: 'post',
        receivedAt,
        answers: { ...psychologist, aboutYou: { ...psychologist.aboutYou, name } },
        enclosed: [],
        file: await uploaded(platform, `${name}.pdf`),
      });
    const earlier = done(await register('Cato', cameAt));
    // The same millisecond as Anne's: her number is lower.
    const tied = done(await register('Dina', anne.receivedAt ?? cameAt));

    const expected = [earlier.reference, first.reference, tied.reference, second.reference];
    const table = done(await staffApplications(platform, officer, { cohortId }));
    expect(table.rows.map(({ reference }) => reference)).toEqual(expected);
    expect(table.rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([3, 1, 4, 2]);
    for (const reference of expected) await concludes(platform, officer, { reference });
    const preview = done(await rankingPreview(platform, officer, { cohortId }));
    expect(preview.rows.map(({ reference }) => reference)).toEqual(expected);

    platform.clock.set(moments.afterDeadline);
    done(await lockRanking(platform, officer, { cohortId }));
    const locked = done(await rankingPreview(platform, officer, { cohortId }));
    expect(locked.rows.map(({ reference }) => reference)).toEqual(expected);
    expect(refusalOf(await register('Eli', cameAt))).toEqual({
      kind: 'registration-closed',
      state: 'admitting',
    });
  });
});
