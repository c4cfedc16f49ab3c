import { beforeAll, describe, expect, it } from 'vitest';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { openSlip } from '@/lib/enrollment/queries/open-slip';
import { cohortEnrollments } from '@/lib/enrollment/queries/cohort-enrollments';
import { signedSlipFile } from '@/lib/enrollment/queries/signed-slip-file';
import { parseEnrollmentOrder } from '@/lib/enrollment/rules/enrollment-list';
import { signSlip } from '@/lib/enrollment/use-cases/sign-slip';
import type { Role } from '@/lib/kernel/actor';
import { kroner } from '@/lib/kernel/money';
import { sha256 } from '@/lib/platform/ids';
import { done, moments, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { employerPays } from './rules/slip-facts';
import { admission, filledIn, sees, signs, type Admission, type Offered } from './stage';

/** Seven offers on seven places, two cheaper places: the stories follow each other in one cohort. */
describe('a cohort whose offers are answered', () => {
  let platform: TestPlatform;
  let cohort: Admission;
  const order = parseEnrollmentOrder(undefined);

  const offered = (number: number): Offered => {
    const found = cohort.offered[number - 1];
    if (found === undefined) throw new Error(`Nobody has offer ${number}.`);
    return found;
  };
  const enrollmentLetters = async ({ reference }: Offered) => {
    const { id } = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    return platform.db.letter.findMany({
      where: { applicationId: id, kind: { startsWith: 'enrolled' } },
      include: { attachments: { orderBy: { mediaType: 'asc' } } },
      orderBy: { kind: 'asc' },
    });
  };

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    cohort = await admission(platform, 7, { earlyBirdPlaces: 2, minimumParticipants: 4 });
  });

  it('shows the slip with the price now and the cheaper places left, and nothing bound', async () => {
    const page = await sees(platform, offered(1));
    expect(page).toMatchObject({ standing: 'open', respondBy: '2027-07-31', enrollment: null });
    expect(page.slip?.shown).toEqual({ price: kroner(20_000), earlyBirdPlacesLeft: 2 });
    expect(page.slip?.employer).toEqual({
      name: 'Demo helseforetak',
      organisationNumber: '974760673',
    });
  });

  it('shows an offer to its applicant and to the holder of its link, and to nobody else', async () => {
    const { reference, linkSecret } = offered(1);
    const byLink = await openSlip(platform, null, { reference, linkSecret, locale: 'nb' });
    expect(done(byLink).heldBy).toBe('link');
    const strangers = [
      openSlip(platform, null, { reference, linkSecret: null, locale: 'nb' }),
      openSlip(platform, null, { reference, linkSecret: 'x', locale: 'nb' }),
      openSlip(platform, null, {
        reference,
        linkSecret: offered(2).linkSecret,
        locale: 'nb',
      }),
      openSlip(platform, offered(2).applicant, { reference, linkSecret: null, locale: 'nb' }),
      openSlip(platform, cohort.officer, { reference, linkSecret: null, locale: 'nb' }),
      openSlip(platform, offered(1).applicant, {
        reference: 'FINS-IKKE-HER2',
        linkSecret: null,
        locale: 'nb',
      }),
    ];
    for (const stranger of await Promise.all(strangers)) {
      expect(refusalOf(stranger)).toEqual({ kind: 'not-found' });
    }
  });

  it('binds the first slip as number one at the price it showed, and takes the offer as accepted', async () => {
    const first = offered(1);
    const page = await sees(platform, first);
    platform.clock.advance(60_000);
    const signed = done(await signs(platform, first, filledIn(page)));
    expect(signed).toMatchObject({ ordinal: 1, price: kroner(20_000), earlyBird: true });
    const stored = await platform.db.enrollment.findFirstOrThrow({
      where: { application: { reference: first.reference } },
      include: { slip: true, offer: true },
    });
    expect(stored).toMatchObject({ state: 'bound', ordinal: 1, price: 2_000_000, earlyBird: true });
    expect(stored.offer).toMatchObject({ state: 'accepted', answeredAt: stored.boundAt });
    expect(stored.slip?.sha256).toBe(sha256(stored.slip?.content ?? ''));
    expect(stored.slip?.content).toContain('Kari Nordmann1');
    expect(stored.slip?.content).toContain('var 2 av 2 plasser til redusert pris igjen');
    const seen = await sees(platform, first);
    expect(seen).toMatchObject({ standing: 'accepted', slip: null });
    expect(seen.enrollment).toMatchObject({ ordinal: 1, signedName: 'Kari Nordmann1' });
  });

  it('writes to the applicant, with slip and calendar, and to the mailbox of the programme', async () => {
    const letters = await enrollmentLetters(offered(1));
    expect(letters.map(({ kind }) => kind)).toEqual(['enrolled', 'enrolled-mailbox']);
    const [own, mailbox] = letters;
    expect(own?.toAddress).toBe(offered(1).applicant.email);
    expect(own?.subject).toMatch(/^Du er påmeldt /);
    expect(own?.text).toContain('20\u00a0000\u00a0kr');
    expect(own?.attachments.map(({ mediaType }) => mediaType.split(';')[0])).toEqual([
      'application/pdf',
      'text/calendar',
    ]);
    const [pdf, calendar] = own?.attachments ?? [];
    expect(Buffer.from(pdf?.bytes ?? []).toString('latin1')).toMatch(/^%PDF-1\.7/);
    expect(
      Buffer.from(calendar?.bytes ?? [])
        .toString()
        .match(/BEGIN:VEVENT/g),
    ).toHaveLength(12);
    expect(mailbox?.subject).toContain('nr. 1: Kari Nordmann1');
    expect(mailbox?.attachments).toHaveLength(1);
  });

  it('records who signed, and how they came to the offer', async () => {
    const events = await platform.db.auditEvent.findMany({
      where: {
        actorId: offered(1).applicant.userId,
        kind: { in: ['offer-accepted', 'enrollment-bound'] },
      },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['offer-accepted', 'enrollment-bound']);
    expect(events[0]?.after).toMatchObject({ state: 'accepted', heldBy: 'applicant' });
    expect(events[1]?.after).toMatchObject({ ordinal: 1, price: 2_000_000, currency: 'NOK' });
  });

  it('answers the same slip sent again with the same enrollment, whatever the price is by then', async () => {
    const first = offered(1);
    const enrollment = await platform.db.enrollment.findFirstOrThrow({
      where: { application: { reference: first.reference } },
    });
    const again = filledIn(await sees(platform, offered(2)), { signedName: ' kari  Nordmann1 ' });
    platform.clock.advance(60_000);
    expect(refusalOf(await signs(platform, first, again))).toEqual({ kind: 'already-signed' });
    const same = done(await signs(platform, first, { ...again, signedName: 'Kari Nordmann1' }));
    expect(same).toMatchObject({ ordinal: 1, boundAt: enrollment.boundAt });
    expect(await enrollmentLetters(first)).toHaveLength(2);
    expect(await platform.db.enrollment.count()).toBe(1);
  });

  it('refuses a changed slip after signing, and changes nothing', async () => {
    const changed = filledIn(await sees(platform, offered(2)), {
      signedName: 'Kari Nordmann1',
      payer: {
        kind: 'applicant',
        address: { street: 'Storgata 2', postcode: '9008', city: 'Tromsø' },
      },
    });
    expect(refusalOf(await signs(platform, offered(1), changed))).toEqual({
      kind: 'already-signed',
    });
  });

  it('refuses a name that is not the applicant’s, and half a name', async () => {
    const page = await sees(platform, offered(2));
    const wrong = await signs(platform, offered(2), filledIn(page, { signedName: 'Ola Hansen' }));
    expect(refusalOf(wrong)).toEqual({ kind: 'name-not-yours', name: 'Kari Nordmann2' });
    const half = await signs(platform, offered(2), filledIn(page, { signedName: 'Kari' }));
    expect(refusalOf(half)).toEqual({ kind: 'name-not-full' });
    expect(await platform.db.enrollment.count()).toBe(1);
  });

  it('binds by the letter’s link, in the language it was read in, in the applicant’s name', async () => {
    const { reference, linkSecret, applicant } = offered(2);
    const page = done(await openSlip(platform, null, { reference, linkSecret, locale: 'nn' }));
    const slip = filledIn(page, {
      payer: employerPays,
    });
    const signed = done(
      await signSlip(platform, null, { reference, linkSecret, locale: 'nn', slip }),
    );
    expect(signed).toMatchObject({ ordinal: 2, earlyBird: true });
    const stored = await platform.db.enrollmentSlip.findFirstOrThrow({
      where: { enrollment: { application: { reference } } },
    });
    expect(stored.locale).toBe('nn');
    expect(stored.content).toContain('Bindande påmelding');
    const event = await platform.db.auditEvent.findFirstOrThrow({
      where: { kind: 'offer-accepted', actorId: applicant.userId },
    });
    expect(event.after).toMatchObject({ heldBy: 'link' });
    const [own] = await enrollmentLetters(offered(2));
    expect(own?.locale).toBe('nb');
  });

  it('sends the slip back with the new price when the cheaper places went meanwhile, and binds at it when confirmed', async () => {
    const third = offered(3);
    const opened = await sees(platform, third);
    expect(opened.slip?.shown).toEqual({ price: kroner(26_000), earlyBirdPlacesLeft: 0 });
    const early = {
      ...filledIn(opened),
      shown: { ...filledIn(opened).shown, price: 2_000_000, earlyBirdPlacesLeft: 1 },
    };
    expect(refusalOf(await signs(platform, third, early))).toEqual({
      kind: 'price-changed',
      shown: kroner(20_000),
      now: kroner(26_000),
    });
    expect(await platform.db.enrollment.count()).toBe(2);
    const confirmed = done(await signs(platform, third, filledIn(await sees(platform, third))));
    expect(confirmed).toMatchObject({ ordinal: 3, price: kroner(26_000), earlyBird: false });
  });

  it('sends the slip back when its text has changed since it was shown', async () => {
    const fourth = offered(4);
    const page = await sees(platform, fourth);
    await platform.db.cohort.update({
      where: { id: cohort.cohortId },
      data: { minimumParticipants: 5 },
    });
    expect(refusalOf(await signs(platform, fourth, filledIn(page)))).toEqual({
      kind: 'slip-changed',
    });
    done(await signs(platform, fourth, filledIn(await sees(platform, fourth))));
  });

  it('sends a slip back that was read in another language than it is signed in', async () => {
    const page = await sees(platform, offered(5), 'en');
    expect(refusalOf(await signs(platform, offered(5), filledIn(page), 'nb'))).toEqual({
      kind: 'slip-changed',
    });
  });

  it('does not bind who has declined, and lets nobody decline what is bound', async () => {
    const fifth = offered(5);
    const page = await sees(platform, fifth);
    const { reference, applicant } = fifth;
    done(await declineOffer(platform, applicant, { reference, linkSecret: null }));
    expect(refusalOf(await signs(platform, fifth, filledIn(page)))).toEqual({
      kind: 'offer-declined',
    });
    const bound = offered(1);
    const no = { reference: bound.reference, linkSecret: null };
    expect(refusalOf(await declineOffer(platform, bound.applicant, no))).toEqual({
      kind: 'offer-already-accepted',
    });
  });

  it('binds in the last millisecond of the last day, and not in the next', async () => {
    const [sixth, seventh] = [offered(6), offered(7)];
    const pages = [await sees(platform, sixth), await sees(platform, seventh)] as const;
    platform.clock.set(moments.lastAnswer);
    expect(done(await signs(platform, sixth, filledIn(pages[0])))).toMatchObject({ ordinal: 5 });
    platform.clock.set(moments.afterAnswers);
    expect(refusalOf(await signs(platform, seventh, filledIn(pages[1])))).toEqual({
      kind: 'offer-lapsed',
      respondBy: '2027-07-31',
    });
    expect(await sees(platform, seventh)).toMatchObject({ standing: 'lapsed', slip: null });
  });

  it('shows staff the enrollments in the order of commit, with what they come to', async () => {
    const seen = done(
      await cohortEnrollments(platform, cohort.officer, { cohortId: cohort.cohortId, order }),
    );
    expect(
      seen.rows.map(({ ordinal, price, earlyBird }) => [ordinal, price.amount, earlyBird]),
    ).toEqual([
      [1, 2_000_000, true],
      [2, 2_000_000, true],
      [3, 2_600_000, false],
      [4, 2_600_000, false],
      [5, 2_600_000, false],
    ]);
    expect(seen.totals).toEqual({ count: 5, earlyBird: 2, fees: kroner(118_000) });
    expect(seen.rows[1]?.payer).toMatchObject({ kind: 'employer', reference: 'KARNOR' });
    expect(seen.rows[0]?.workplace).toMatch(/^Demo helseforetak, /);
  });

  it.each([
    ['admin', true],
    ['officer', true],
    ['finance', true],
    ['reader', true],
    ['assessor', false],
    [null, false],
  ] as const)('lets %s read enrollments and slips: %s', async (role, may) => {
    const roles: Role[] = role === null ? [] : [role];
    const reader = await person(platform, 'Leser Lesersen', { roles });
    const list = await cohortEnrollments(platform, reader, { cohortId: cohort.cohortId, order });
    expect(list.ok).toBe(may);
    const { reference } = offered(1);
    const file = await signedSlipFile(platform, reader, { reference, linkSecret: null });
    expect(file.ok).toBe(may);
  });

  it('gives the signer the very paper that the letter carried', async () => {
    const { reference, applicant, linkSecret } = offered(1);
    const file = done(await signedSlipFile(platform, applicant, { reference, linkSecret: null }));
    const [own] = await enrollmentLetters(offered(1));
    expect(file.filename).toBe(`bindende-pamelding-${reference}.pdf`);
    expect(sha256(file.bytes)).toBe(sha256(own?.attachments[0]?.bytes ?? new Uint8Array()));
    const byLink = await signedSlipFile(platform, null, { reference, linkSecret });
    expect(byLink.ok).toBe(true);
    const other = await signedSlipFile(platform, offered(2).applicant, {
      reference,
      linkSecret: null,
    });
    expect(refusalOf(other)).toEqual({ kind: 'not-found' });
    const unsigned = { reference: offered(7).reference, linkSecret: null };
    expect((await signedSlipFile(platform, offered(7).applicant, unsigned)).ok).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['a letter', 'x'],
    ['a NUL', 'nul\u0000'],
    ['SQL', "'; drop table offer; --"],
    ['ten thousand letters', 'x'.repeat(10_000)],
  ])('finds no offer under a reference and a secret that are %s', async (_, reference) => {
    const args = { reference, linkSecret: reference, locale: 'nb' as const };
    expect(refusalOf(await openSlip(platform, offered(1).applicant, args))).toEqual({
      kind: 'not-found',
    });
  });
});

describe('what the database holds an enrollment to', () => {
  let platform: TestPlatform;
  let cohort: Admission;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    cohort = await admission(platform, 2, { earlyBirdPlaces: 1 });
    const [first] = cohort.offered;
    if (first === undefined) throw new Error('Nobody has an offer.');
    done(await signs(platform, first, filledIn(await sees(platform, first))));
  });

  it.each([
    ['the price', `UPDATE enrollment SET price = 1`],
    ['the ordinal', `UPDATE enrollment SET ordinal = 2`],
    ['the early bird', `UPDATE enrollment SET early_bird = false`],
    ['the existence', `DELETE FROM enrollment`],
    ['the slip’s words', `UPDATE enrollment_slip SET content = replace(content, '2', '3')`],
    ['the slip’s existence', `DELETE FROM enrollment_slip`],
    ['a state it does not know', `UPDATE enrollment SET state = 'paid'`],
  ])('refuses to change %s', async (_, statement) => {
    await expect(platform.db.$executeRawUnsafe(statement)).rejects.toThrow();
  });

  it('lets an enrollment be cancelled', async () => {
    const changed = await platform.db.$executeRawUnsafe(
      `UPDATE enrollment SET state = 'cancelled' WHERE ordinal = 1`,
    );
    expect(changed).toBe(1);
  });

  it('refuses a price that is not the cohort’s for that ordinal', async () => {
    const { offered, cohortId } = cohort;
    const offer = await platform.db.offer.findFirstOrThrow({
      where: { application: { reference: offered[1]?.reference ?? '' } },
    });
    const row = {
      id: offer.id,
      cohortId,
      applicationId: offer.applicationId,
      offerId: offer.id,
      ordinal: 2,
      currency: 'NOK',
      boundAt: new Date(),
    };
    for (const wrong of [
      { price: 2_000_000, earlyBird: true },
      { price: 2_000_000, earlyBird: false },
      { price: 2_600_000, earlyBird: true },
      { price: -1, earlyBird: false },
    ]) {
      await expect(platform.db.enrollment.create({ data: { ...row, ...wrong } })).rejects.toThrow();
    }
  });
});
