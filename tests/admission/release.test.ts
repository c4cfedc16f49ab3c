import { beforeAll, describe, expect, it } from 'vitest';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { offerForApplicant } from '@/lib/admission/queries/offer-for-applicant';
import { openOfferByLink } from '@/lib/admission/queries/open-offer-by-link';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { releasePreview } from '@/lib/admission/queries/release-preview';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { recordLapses } from '@/lib/admission/use-cases/record-lapses';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { withdrawOverride } from '@/lib/admission/use-cases/withdraw-override';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { openSecret } from '@/lib/correspondence/sealed-secret';
import type { Person, Role } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
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

/**
 * One cohort's admission from the ranking to the answers, step by step: eight qualified, the last two
 * to apply from anchored workplaces, a ninth not qualified; seven places.
 */
describe('an admission with eight qualified applicants and seven places', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;
  let eight: Applied[];
  let ninth: Applied;

  const names = ['Anne', 'Berit', 'Cato', 'Dag', 'Eva', 'Frida', 'Geir', 'Hanne'];
  const preview = async () => done(await rankingPreview(platform, officer, { cohortId }));
  const order = async () => (await preview()).rows.map((row) => row.name);
  const outcomeOf = async ({ applicant, reference }: Applied) =>
    done(await offerForApplicant(platform, applicant, { reference, linkSecret: null }));
  const byName = (name: string): Applied => {
    const found = eight[names.indexOf(name)];
    if (found === undefined) throw new Error(`Nobody is called ${name}.`);
    return found;
  };

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
    eight = [];
    for (const [at, name] of names.entries()) {
      const locale = at === 1 ? 'nn' : at === 2 ? 'en' : 'nb';
      eight.push(await applies(platform, cohortId, name, { locale }));
    }
    ninth = await applies(platform, cohortId, 'Ivar');
  });

  it('ranks only the qualified, and says who waits for a conclusion', async () => {
    for (const each of eight.slice(0, 7)) await concludes(platform, officer, each);
    await concludes(platform, officer, ninth, 'not-qualified');
    const seen = await preview();
    expect(seen.rows.map((row) => row.name)).toEqual(names.slice(0, 7));
    expect(seen.unconcluded.map((row) => row.name)).toEqual(['Hanne']);
    expect(seen.notQualified.map((row) => row.name)).toEqual(['Ivar']);
    expect(seen.lockRefusal).toEqual({ kind: 'deadline-not-passed', deadline: '2027-05-31' });
  });

  it('puts the two from anchored workplaces first once staff have verified them', async () => {
    await concludes(platform, officer, byName('Hanne'));
    await anchors(platform, officer, byName('Geir'));
    await anchors(platform, officer, byName('Hanne'));
    expect(await order()).toEqual([
      'Geir',
      'Hanne',
      'Anne',
      'Berit',
      'Cato',
      'Dag',
      'Eva',
      'Frida',
    ]);
    const [first, , third] = (await preview()).rows;
    expect(first?.reasons[0]).toMatchObject({ kind: 'priority-workplace', since: '2019-01-01' });
    expect(third?.reasons[0]).toEqual({ kind: 'no-priority', because: 'not-verified' });
  });

  it('lets an officer move one with a reason, and take the move back', async () => {
    const { reference } = byName('Frida');
    const reason = 'Arbeidet med KYR i årevis et annet sted.';
    const move = { cohortId, reference, toPosition: 1, reason };
    done(await overrideRanking(platform, officer, move));
    done(await overrideRanking(platform, officer, move));
    expect(await platform.db.rankingOverride.count()).toBe(1);
    expect((await order()).slice(0, 3)).toEqual(['Frida', 'Geir', 'Hanne']);
    expect((await preview()).rows[0]?.reasons.at(-1)).toMatchObject({
      kind: 'moved',
      from: 8,
      to: 1,
      by: 'Ola Opptak',
    });
    done(await withdrawOverride(platform, officer, { cohortId, reference }));
    done(await withdrawOverride(platform, officer, { cohortId, reference }));
    expect((await order()).slice(0, 2)).toEqual(['Geir', 'Hanne']);
    expect(await platform.db.rankingOverride.count()).toBe(1);
    const events = await platform.db.auditEvent.findMany({
      where: { kind: { startsWith: 'ranking-overr' } },
      select: { kind: true, reason: true },
      orderBy: { id: 'asc' },
    });
    expect(events).toEqual([
      { kind: 'ranking-overridden', reason },
      { kind: 'ranking-override-withdrawn', reason: null },
    ]);
  });

  it.each([
    ['without a reason', { reason: ' kort ' }, 'reason-too-short'],
    ['to a place that is not there', { toPosition: 9 }, 'no-such-position'],
    ['of nobody', { reference: 'xxxx' }, 'not-found'],
    ['in no cohort', { cohortId: 'tull' }, 'not-found'],
  ])('refuses a move %s', async (_, wrong, kind) => {
    const result = await overrideRanking(platform, officer, {
      cohortId,
      reference: byName('Anne').reference,
      toPosition: 1,
      reason: 'En god nok begrunnelse.',
      ...wrong,
    });
    expect(refusalOf(result)?.kind).toBe(kind);
  });

  it('refuses a move of one who is not qualified', async () => {
    const { reference } = ninth;
    const result = await overrideRanking(platform, officer, {
      cohortId,
      reference,
      toPosition: 1,
      reason: 'En god nok begrunnelse.',
    });
    expect(refusalOf(result)).toEqual({ kind: 'not-in-ranking' });
  });

  it('cannot be locked before the deadline is over, to the millisecond', async () => {
    platform.clock.set(moments.lastMoment);
    expect(refusalOf(await lockRanking(platform, officer, { cohortId }))?.kind).toBe(
      'deadline-not-passed',
    );
  });

  it('is for officers and administrators alone', async () => {
    for (const roles of [[], ['assessor'], ['finance'], ['reader']] as Role[][]) {
      const other = await person(platform, 'Annen', { roles });
      const { reference } = byName('Anne');
      const reason = 'En god nok begrunnelse.';
      const acts = [
        await lockRanking(platform, other, { cohortId }),
        await releaseAdmission(platform, other, { cohortId }),
        await withdrawOverride(platform, other, { cohortId, reference }),
        await overrideRanking(platform, other, { cohortId, reference, toPosition: 1, reason }),
      ];
      expect(acts.map((act) => refusalOf(act)?.kind)).toEqual(Array(4).fill('forbidden'));
      const mayRead = roles.includes('reader');
      expect((await rankingPreview(platform, other, { cohortId })).ok).toBe(mayRead);
      expect((await releasePreview(platform, other, { cohortId })).ok).toBe(mayRead);
    }
  });

  it('cannot be released before it is locked', async () => {
    platform.clock.set(moments.afterDeadline);
    expect(refusalOf(await releaseAdmission(platform, officer, { cohortId }))).toEqual({
      kind: 'ranking-not-locked',
    });
    const seen = done(await releasePreview(platform, officer, { cohortId }));
    expect(seen.refusal).toEqual({ kind: 'ranking-not-locked' });
    expect(seen.offers).toEqual([]);
  });

  it('does not lock an order that the officer has not seen', async () => {
    const { reference } = byName('Frida');
    const reason = 'Dokumentert erfaring som ikke kom med.';
    const { fingerprint } = await preview();
    expect((await preview()).fingerprint).toBe(fingerprint);
    done(await overrideRanking(platform, officer, { cohortId, reference, toPosition: 7, reason }));
    const stale = await lockRanking(platform, officer, { cohortId, fingerprint });
    expect(refusalOf(stale)).toEqual({ kind: 'ranking-changed' });
    done(await withdrawOverride(platform, officer, { cohortId, reference }));
    expect((await preview()).fingerprint).toBe(fingerprint);
    const concludes = (outcome: 'qualified' | 'not-qualified') =>
      concludeApplication(platform, officer, {
        reference: byName('Anne').reference,
        outcome,
        reason: 'Oppfyller alle kravene.',
      });
    done(await concludes('not-qualified'));
    expect(refusalOf(await lockRanking(platform, officer, { cohortId, fingerprint }))).toEqual({
      kind: 'ranking-changed',
    });
    done(await concludes('qualified'));
    expect((await preview()).fingerprint).toBe(fingerprint);
  });

  it('is locked once, with its reasons and facts, and stays as it was locked', async () => {
    done(
      await overrideRanking(platform, officer, {
        cohortId,
        reference: byName('Frida').reference,
        toPosition: 7,
        reason: 'Dokumentert erfaring som ikke kom med.',
      }),
    );
    const { fingerprint } = await preview();
    const both = await Promise.all([
      lockRanking(platform, officer, { cohortId, fingerprint }),
      lockRanking(platform, officer, { cohortId, fingerprint }),
    ]);
    expect(both.map(done)).toEqual(
      Array(2).fill({ lockedAt: moments.afterDeadline, positions: 8 }),
    );
    const locked = ['Geir', 'Hanne', 'Anne', 'Berit', 'Cato', 'Dag', 'Frida', 'Eva'];
    expect(await order()).toEqual(locked);
    await anchors(platform, officer, byName('Eva'));
    expect(await order()).toEqual(locked);
    const { reference } = byName('Eva');
    expect(done(await staffApplication(platform, officer, { reference }))).toMatchObject({
      priority: false,
      lockedPriority: false,
    });
    const prioritised = done(
      await staffApplications(platform, officer, { cohortId, priority: true }),
    );
    expect(prioritised.rows.map((row) => row.name)).toEqual(['Geir', 'Hanne']);
    const seen = await preview();
    expect(seen.locked).toEqual({ at: moments.afterDeadline, by: 'Ola Opptak' });
    expect(seen.rows[6]?.override).toMatchObject({ toPosition: 7, by: 'Ola Opptak' });
    const frozen = await platform.db.rankingPosition.findFirstOrThrow({ where: { position: 1 } });
    expect(frozen.facts).toMatchObject({
      arrivalNumber: 7,
      deadline: '2027-05-31',
      anchorings: [{ from: '2019-01-01', to: null }],
    });
    const cohort = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(cohort.state).toBe('admitting');
    const moves = await platform.db.auditEvent.findMany({
      where: { kind: 'cohort-moved', subjectId: cohortId },
      orderBy: { id: 'asc' },
    });
    expect(moves.map((event) => (event.after as { state: string }).state)).toEqual([
      'open',
      'assessing',
      'admitting',
    ]);
    await expect(
      platform.db.rankingPosition.updateMany({ data: { position: 9 } }),
    ).rejects.toThrow();
    await expect(platform.db.ranking.deleteMany()).rejects.toThrow();
  });

  it('takes no more conclusions or moves after the lock', async () => {
    const { reference } = byName('Anne');
    const reason = 'En annen begrunnelse enn før.';
    expect(
      refusalOf(
        await concludeApplication(platform, officer, {
          reference,
          outcome: 'not-qualified',
          reason,
        }),
      )?.kind,
    ).toBe('conclusions-closed');
    expect(
      refusalOf(
        await overrideRanking(platform, officer, { cohortId, reference, toPosition: 1, reason }),
      )?.kind,
    ).toBe('ranking-locked');
  });

  it('shows beforehand who gets what, and every letter whole in its own language', async () => {
    const seen = done(await releasePreview(platform, officer, { cohortId }));
    expect(seen.refusal).toBeNull();
    expect(seen.placesLeft).toBe(7);
    expect(seen.offers.map((each) => each.name)).toEqual([
      'Geir',
      'Hanne',
      'Anne',
      'Berit',
      'Cato',
      'Dag',
      'Frida',
    ]);
    expect(seen.waitingList.map((each) => [each.name, each.number])).toEqual([['Eva', 1]]);
    expect(seen.refusals.map((each) => each.name)).toEqual(['Ivar']);
    expect([seen.withdrawn, seen.outside]).toEqual([[], []]);
    const letters = [...seen.offers, ...seen.waitingList, ...seen.refusals].map(
      (each) => each.letter,
    );
    expect(letters.map((letter) => letter.locale)).toEqual([
      'nb',
      'nb',
      'nb',
      'nn',
      'en',
      'nb',
      'nb',
      'nb',
      'nb',
    ]);
    expect(seen.offers[4]?.letter.subject).toMatch(/^You have been offered a place/);
    expect(seen.refusals[0]?.letter.text).toContain('Oppfyller ikke kravet om utdanning.');
  });

  it('tells nobody anything before the release', async () => {
    for (const each of [...eight, ninth]) expect((await outcomeOf(each)).kind).toBe('none');
    expect(
      await platform.db.letter.count({
        where: { kind: { in: ['offer', 'waiting-list', 'refusal'] } },
      }),
    ).toBe(0);
  });

  it('does not release what the officer has not seen', async () => {
    const result = await releaseAdmission(platform, officer, { cohortId, fingerprint: 'foreldet' });
    expect(refusalOf(result)).toEqual({ kind: 'preview-outdated' });
    expect(await platform.db.offer.count()).toBe(0);
  });

  it('cannot be released when the last day of answer is over', async () => {
    platform.clock.set(moments.afterAnswers);
    expect(refusalOf(await releaseAdmission(platform, officer, { cohortId }))).toEqual({
      kind: 'respond-by-passed',
      respondBy: '2027-07-31',
    });
    platform.clock.set(moments.afterDeadline);
  });

  it('is released in one act: seven offers, one on the waiting list, one refusal, nine letters', async () => {
    const { fingerprint } = done(await releasePreview(platform, officer, { cohortId }));
    const released = done(await releaseAdmission(platform, officer, { cohortId, fingerprint }));
    expect(released).toEqual({
      cohortId,
      releasedAt: moments.afterDeadline,
      offers: 7,
      waitingList: 1,
      refusals: 1,
    });
    expect(done(await releaseAdmission(platform, officer, { cohortId, fingerprint }))).toEqual(
      released,
    );
    const kinds = await Promise.all(
      [...eight, ninth].map(async (each) => (await outcomeOf(each)).kind),
    );
    expect(kinds).toEqual([
      'offer',
      'offer',
      'offer',
      'offer',
      'waiting-list',
      'offer',
      'offer',
      'offer',
      'refusal',
    ]);
    expect(await outcomeOf(byName('Eva'))).toMatchObject({ number: 1, total: 1 });
    expect(await outcomeOf(ninth)).toMatchObject({ reason: 'Oppfyller ikke kravet om utdanning.' });
    expect(await outcomeOf(byName('Anne'))).toMatchObject({
      standing: 'open',
      respondBy: '2027-07-31',
      daysLeft: 51,
      heldBy: 'applicant',
    });
    const letters = await platform.db.letter.findMany({
      where: { cohortId, sealedSecret: { not: null } },
    });
    expect(letters).toHaveLength(7);
    expect(new Set(letters.map((letter) => letter.kind))).toEqual(new Set(['offer']));
    const cohort = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(cohort.placesTaken).toBe(7);
  });

  it('shows afterwards what was released, with the letters as they were sent', async () => {
    const seen = done(await releasePreview(platform, officer, { cohortId }));
    expect(seen.released).toEqual({ at: moments.afterDeadline, by: 'Ola Opptak' });
    expect(seen.offers).toHaveLength(7);
    expect(seen.waitingList.map((each) => each.name)).toEqual(['Eva']);
    expect(seen.refusals[0]?.letter.subject).toMatch(/^Du har ikke fått plass/);
    const figures = done(await cohortAdmission(platform, officer, { cohortId }));
    expect(figures).toMatchObject({
      applications: { draft: 0, submitted: 0, qualified: 8, 'not-qualified': 1, withdrawn: 0 },
      offers: { open: 7, accepted: 0 },
      waiting: 1,
      refused: 1,
      placesLeft: 0,
      releasedBy: 'Ola Opptak',
    });
    expect(figures.offerRows).toHaveLength(7);
  });

  it('keeps of a link only its hash, and opens the offer by its secret and by no other', async () => {
    const anne = byName('Anne');
    const application = await platform.db.application.findUniqueOrThrow({
      where: { reference: anne.reference },
    });
    const letter = await platform.db.letter.findFirstOrThrow({
      where: { kind: 'offer', applicationId: application.id },
    });
    expect(letter.html).toContain('/api/nb/offers/link/{{secret}}');
    const secret = openSecret(platform.env.AUTH_SECRET, letter.sealedSecret ?? '');
    expect(secret).toHaveLength(43);
    const opened = done(await openOfferByLink(platform, { secret }));
    expect(opened.reference).toBe(anne.reference);
    for (const wrong of ['', 'x', `${secret}x`, 'nul\u0000']) {
      expect((await openOfferByLink(platform, { secret: wrong })).ok).toBe(false);
    }
    const byLink = { reference: anne.reference, linkSecret: secret };
    expect(done(await offerForApplicant(platform, null, byLink)).kind).toBe('offer');
    const other = { reference: byName('Berit').reference, linkSecret: secret };
    expect((await offerForApplicant(platform, null, other)).ok).toBe(false);
    expect((await declineOffer(platform, null, other)).ok).toBe(false);
    const signedInAsOther = await offerForApplicant(platform, byName('Berit').applicant, {
      reference: anne.reference,
      linkSecret: null,
    });
    expect(signedInAsOther.ok).toBe(false);

    platform.clock.advance(60_000);
    const declined = done(await declineOffer(platform, null, byLink));
    platform.clock.advance(60_000);
    expect(done(await declineOffer(platform, null, byLink))).toEqual(declined);
    const event = await platform.db.auditEvent.findFirstOrThrow({
      where: { kind: 'offer-declined' },
    });
    expect(event.actorId).toBe(anne.applicant.userId);
    const sent = await platform.db.letter.findMany({
      where: { kind: { startsWith: 'declined' }, applicationId: application.id },
      orderBy: { kind: 'asc' },
    });
    expect(sent.map((each) => each.kind)).toEqual(['declined', 'declined-mailbox']);
  });

  it('frees the place of one who declines, and answers a no sent twice at once with one no', async () => {
    const { reference, applicant } = byName('Berit');
    const no = { reference, linkSecret: null };
    const [first, second] = await Promise.all([
      declineOffer(platform, applicant, no),
      declineOffer(platform, applicant, no),
    ]);
    expect(done(second)).toEqual(done(first));
    const cohort = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(cohort.placesTaken).toBe(5);
    const kinds = await platform.db.auditEvent.count({ where: { kind: 'offer-declined' } });
    expect(kinds).toBe(2);
  });

  it('reads an offer as lapsed from the first moment after its last day, before any job has run', async () => {
    const { reference, applicant } = byName('Cato');
    platform.clock.set(moments.lastAnswer);
    expect(await outcomeOf(byName('Cato'))).toMatchObject({ standing: 'open', daysLeft: 0 });
    expect(await recordLapses(platform)).toEqual({ recorded: 0 });
    platform.clock.set(moments.afterAnswers);
    expect(await outcomeOf(byName('Cato'))).toMatchObject({ standing: 'lapsed' });
    const no = await declineOffer(platform, applicant, { reference, linkSecret: null });
    expect(refusalOf(no)).toEqual({ kind: 'offer-lapsed', respondBy: '2027-07-31' });
  });

  it('writes lapses down once, by a job, and frees their places', async () => {
    expect(await recordLapses(platform)).toEqual({ recorded: 5 });
    expect(await recordLapses(platform)).toEqual({ recorded: 0 });
    const cohort = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(cohort.placesTaken).toBe(0);
    const events = await platform.db.auditEvent.findMany({ where: { kind: 'offer-lapsed' } });
    expect(events).toHaveLength(5);
    expect(new Set(events.map((event) => event.actorLabel))).toEqual(new Set(['record-lapses']));
  });
});
