import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { eraseDrafts } from '@/lib/application/use-cases/erase-drafts';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { undoableApplication, undoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import type { TestPlatform } from '../harness/platform';
import { fillsIn, isStored, psychologist, startsDraft, uploaded } from '../application/stage';
import { applies, concludes, done, moments, openAdmission, person, refusalOf } from './stage';

const hour = 3_600_000;
let platform: TestPlatform;

const withdraws = async (applicant: Person, reference: string) =>
  done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
const undoes = (applicant: Person, reference: string) =>
  undoWithdrawal(platform, applicant, { reference });
const rowOf = (reference: string) =>
  platform.db.application.findUniqueOrThrow({ where: { reference } });
const undoOf = (applicant: Person, reference: string) =>
  undoOfWithdrawal(platform, applicant, { reference });

async function letters(reference: string): Promise<string[]> {
  const { id } = await rowOf(reference);
  const rows = await platform.db.letter.findMany({ where: { applicationId: id } });
  return rows.map((letter) => letter.kind).sort();
}

async function events(reference: string): Promise<string[]> {
  const { id } = await rowOf(reference);
  const rows = await platform.db.auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: 'asc' },
  });
  return rows.map((event) => event.kind);
}

describe('undoing a withdrawal', () => {
  beforeAll(async () => {
    ({ platform } = await openAdmission());
  });

  beforeEach(() => {
    platform.clock.set(moments.open);
  });

  async function submits(name: string) {
    const applicant = await person(platform, name);
    const reference = await fillsIn(platform, applicant);
    const arrival = done(await submitApplication(platform, applicant, { reference }));
    return { applicant, reference, arrival };
  }

  it('gives back the application with its number and its time, and says so to both', async () => {
    const { applicant, reference, arrival } = await submits('Anne');
    platform.clock.advance(hour);
    const { withdrawnAt } = await withdraws(applicant, reference);
    const until = new Date(withdrawnAt.getTime() + 48 * hour);
    expect(await undoOf(applicant, reference)).toEqual({ until, hindrance: null });
    const told = await platform.db.letter.findFirstOrThrow({
      where: { kind: 'application-withdrawn', applicationId: (await rowOf(reference)).id },
    });
    expect(told.text.replaceAll('\u00a0', ' ')).toContain('angre til 3. mars 2027 kl. 11.00');
    platform.clock.set(until);
    expect(done(await undoes(applicant, reference))).toEqual({ state: 'submitted' });
    // Pressed twice: the same answer, and nothing more.
    expect(done(await undoes(applicant, reference))).toEqual({ state: 'submitted' });
    expect(await myApplication(platform, applicant, { reference })).toMatchObject({
      state: 'submitted',
      answers: psychologist,
      receivedAt: arrival.receivedAt,
      arrivalNumber: arrival.arrivalNumber,
      withdrawnAt: null,
    });
    expect((await letters(reference)).slice(-2)).toEqual([
      'withdrawal-undone',
      'withdrawal-undone-mailbox',
    ]);
    expect(await letters(reference)).toHaveLength(6);
    expect((await events(reference)).filter((kind) => kind.includes('undone'))).toHaveLength(1);
    expect(await undoOf(applicant, reference)).toBeNull();
  });

  it('is too late a millisecond after 48 hours, and nothing is given back', async () => {
    const { applicant, reference } = await submits('Berit');
    const { withdrawnAt } = await withdraws(applicant, reference);
    const until = new Date(withdrawnAt.getTime() + 48 * hour);
    platform.clock.set(new Date(until.getTime() + 1));
    expect(refusalOf(await undoes(applicant, reference))).toEqual({ kind: 'undo-too-late', until });
    expect(await undoOf(applicant, reference)).toBeNull();
    expect((await rowOf(reference)).state).toBe('withdrawn');
  });

  it('is possible after the deadline: it gives back what was there', async () => {
    const { applicant, reference } = await submits('Cato');
    platform.clock.set(moments.lastMoment);
    await withdraws(applicant, reference);
    platform.clock.advance(hour);
    expect(done(await undoes(applicant, reference))).toEqual({ state: 'submitted' });
  });

  it('keeps the conclusion that was made, and tells the applicant nothing of it', async () => {
    const { applicant, reference } = await submits('Dina');
    const officer = await person(platform, 'Siri', { roles: ['officer'] });
    await concludes(platform, officer, { reference }, 'not-qualified');
    await withdraws(applicant, reference);
    done(await undoes(applicant, reference));
    expect((await rowOf(reference)).state).toBe('not-qualified');
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine?.state).toBe('submitted');
  });

  it('is refused while another application of the same person stands (rule 4)', async () => {
    const { applicant, reference } = await submits('Eli');
    await withdraws(applicant, reference);
    const anew = await startsDraft(platform, applicant);
    expect(anew).not.toBe(reference);
    expect(refusalOf(await undoes(applicant, reference))).toEqual({ kind: 'applied-anew' });
    expect(await undoOf(applicant, reference)).toMatchObject({
      hindrance: { kind: 'applied-anew', reference: anew },
    });
    await withdraws(applicant, anew);
    done(await undoes(applicant, reference));
    expect(refusalOf(await undoes(applicant, anew))).toEqual({ kind: 'applied-anew' });
  });

  it('is offered before a new application is begun: what had arrived, then the newest, then nothing', async () => {
    const { applicant, reference } = await submits('Vigdis');
    const { cohortId } = await rowOf(reference);
    const offered = () =>
      undoableApplication(platform, applicant, { cohortId: cohortId as CohortId });
    expect(await offered()).toBeNull();
    const { withdrawnAt } = await withdraws(applicant, reference);
    const until = new Date(withdrawnAt.getTime() + 48 * hour);
    platform.clock.advance(hour);
    const draft = await startsDraft(platform, applicant);
    expect(await offered()).toBeNull();
    const deleted = await withdraws(applicant, draft);
    expect(await offered()).toEqual({ reference, hasArrived: true, withdrawnAt, until });
    platform.clock.set(new Date(until.getTime() + 1));
    expect(await offered()).toMatchObject({
      reference: draft,
      hasArrived: false,
      withdrawnAt: deleted.withdrawnAt,
    });
    const stranger = await person(platform, 'Wenche');
    const ofStranger = { cohortId: cohortId as CohortId };
    expect(await undoableApplication(platform, stranger, ofStranger)).toBeNull();
  });

  it('is one’s own act', async () => {
    const { applicant, reference } = await submits('Frida');
    await withdraws(applicant, reference);
    const other = await person(platform, 'Geir', { roles: ['admin'] });
    expect(refusalOf(await undoes(other, reference))).toEqual({ kind: 'not-found' });
    expect(await undoOf(other, reference)).toBeNull();
    const job = { kind: 'system', job: 'test' } as const;
    expect(refusalOf(await undoWithdrawal(platform, job, { reference }))).toEqual({
      kind: 'forbidden',
    });
  });

  it('of a draft is possible for 30 days, and writes to nobody', async () => {
    const applicant = await person(platform, 'Hans');
    const reference = await fillsIn(platform, applicant);
    const { withdrawnAt } = await withdraws(applicant, reference);
    const until = new Date(withdrawnAt.getTime() + 30 * 24 * hour);
    platform.clock.set(until);
    expect(await eraseDrafts(platform)).toEqual({ erased: 0 });
    expect(done(await undoes(applicant, reference))).toEqual({ state: 'draft' });
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine).toMatchObject({ state: 'draft', answers: psychologist });
    expect(await letters(reference)).toEqual([]);
  });
});

describe('undoing while a cohort is admitting', () => {
  let officer: Person;
  let cohortId: CohortId;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission({ capacity: 2, earlyBirdPlaces: 1 }));
  });

  it('is refused to whom the ranking and the release were made without', async () => {
    const [first, second, third, fourth] = [
      await applies(platform, cohortId, 'Demo Søker A'),
      await applies(platform, cohortId, 'Demo Søker B'),
      await applies(platform, cohortId, 'Demo Søker C'),
      await applies(platform, cohortId, 'Demo Søker D'),
    ];
    platform.clock.set(moments.afterDeadline);
    for (const applied of [first, second, third, fourth])
      await concludes(platform, officer, applied);
    await withdraws(first.applicant, first.reference);
    done(await lockRanking(platform, officer, { cohortId }));
    const mailbox = 'bet@helsetrust.example';
    expect(refusalOf(await undoes(first.applicant, first.reference))).toEqual({
      kind: 'admission-went-on',
      mailbox,
    });
    expect(await undoOf(first.applicant, first.reference)).toMatchObject({
      hindrance: { kind: 'admission-went-on', mailbox },
    });

    // Withdrawn after the lock, it still has its place in it, until the release is made without it.
    await withdraws(second.applicant, second.reference);
    done(await undoes(second.applicant, second.reference));
    await withdraws(third.applicant, third.reference);
    done(await releaseAdmission(platform, officer, { cohortId }));
    expect(refusalOf(await undoes(third.applicant, third.reference))).toMatchObject({
      kind: 'admission-went-on',
    });
    const offers = await platform.db.offer.findMany({ include: { application: true } });
    expect(offers.map((offer) => offer.application.reference).sort()).toEqual(
      [second.reference, fourth.reference].sort(),
    );
  });
});

describe('what was written in a deleted draft', () => {
  beforeAll(async () => {
    ({ platform } = await openAdmission());
  });

  it('is a draft’s alone: what was sent in another window meanwhile is not withdrawn by it', async () => {
    const applicant = await person(platform, 'Jon');
    const reference = await fillsIn(platform, applicant);
    const deletes = () =>
      withdrawApplication(platform, applicant, { reference, reason: '', onlyDraft: true });
    done(await submitApplication(platform, applicant, { reference }));
    expect(refusalOf(await deletes())).toEqual({ kind: 'already-sent' });
    expect((await rowOf(reference)).state).toBe('submitted');
    const other = await person(platform, 'Kim');
    const draft = await startsDraft(platform, other);
    const again = { reference: draft, reason: '', onlyDraft: true };
    const first = done(await withdrawApplication(platform, other, again));
    expect(done(await withdrawApplication(platform, other, again))).toEqual(first);
    expect(await events(draft)).toEqual(['application-started', 'draft-deleted']);
    expect(await letters(draft)).toEqual([]);
    done(await undoes(other, draft));
  });

  it('is erased after 30 days, files and all, once', async () => {
    const applicant = await person(platform, 'Kari');
    const reference = await fillsIn(platform, applicant);
    const file = await uploaded(platform, 'Vitnemål Kari Eksempel.pdf');
    done(await attachDocument(platform, applicant, { reference, documents: 'education', file }));
    const { storageKey } = await platform.db.supportingDocument.findFirstOrThrow();
    const other = await person(platform, 'Liv');
    const kept = await fillsIn(platform, other);
    await withdraws(applicant, reference);
    platform.clock.advance(30 * 24 * hour);
    await withdraws(other, kept);
    expect(await eraseDrafts(platform)).toEqual({ erased: 0 });
    expect(await isStored(platform, storageKey)).toBe(true);

    platform.clock.advance(1);
    expect(await eraseDrafts(platform)).toEqual({ erased: 1 });
    expect(await eraseDrafts(platform)).toEqual({ erased: 0 });
    const row = await rowOf(reference);
    expect(row).toMatchObject({
      state: 'withdrawn',
      applicantName: null,
      categoryNumber: null,
      workplaceId: null,
      answers: {
        aboutYou: null,
        category: null,
        workplace: null,
        motivation: null,
        conditions: null,
      },
    });
    expect(row.erasedAt).toEqual(await platform.clock.now());
    const document = await platform.db.supportingDocument.findFirstOrThrow();
    expect(document.removedAt).not.toBeNull();
    expect(document.filename).toBe('-');
    expect(await isStored(platform, document.storageKey)).toBe(false);
    const { id } = row;
    const [event] = await platform.db.auditEvent.findMany({ where: { kind: 'draft-erased' } });
    expect(event).toMatchObject({ actorKind: 'system', actorLabel: 'erase-drafts', subjectId: id });
    expect(refusalOf(await undoes(applicant, reference))).toEqual({ kind: 'draft-erased' });
    expect((await rowOf(kept)).erasedAt).toBeNull();
  });

  it('goes also when an earlier run was cut off after the files', async () => {
    const applicant = await person(platform, 'Mona');
    const reference = await fillsIn(platform, applicant);
    const file = await uploaded(platform, 'attest.pdf');
    done(await attachDocument(platform, applicant, { reference, documents: 'work', file }));
    await withdraws(applicant, reference);
    const { id } = await rowOf(reference);
    const { storageKey } = await platform.db.supportingDocument.findFirstOrThrow({
      where: { applicationId: id },
    });
    await platform.storage.remove(storageKey);
    platform.clock.advance(31 * 24 * hour);
    expect((await eraseDrafts(platform)).erased).toBeGreaterThanOrEqual(1);
    expect((await rowOf(reference)).erasedAt).not.toBeNull();
  });
});
