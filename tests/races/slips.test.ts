import { beforeAll, describe, expect, it } from 'vitest';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import type { SlipInput } from '@/lib/enrollment/forms';
import type { SignedSlip, SignSlipRefusal } from '@/lib/enrollment/use-cases/sign-slip';
import type { Result } from '@/lib/kernel/result';
import { done, moments, refusalOf } from '../admission/stage';
import {
  admission,
  filledIn,
  sees,
  signs,
  type Admission,
  type Offered,
} from '../enrollment/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';

/**
 * Slips that come in at the same moment, on real PostgreSQL. Each race is run once with the cohort's
 * row locked, as the house does it, and once without: the second run must go wrong, or the first shows
 * nothing.
 */
type Outcome = PromiseSettledResult<Result<SignedSlip, SignSlipRefusal>>;

const connections = 24;

function bound(outcomes: readonly Outcome[]): SignedSlip[] {
  return outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' && outcome.value.ok ? [outcome.value.value] : [],
  );
}

function crashed(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ status }) => status === 'rejected');
}

/** Everybody opens the slip first, then all send it at once. */
async function allSignAtOnce(
  platform: TestPlatform,
  offered: readonly Offered[],
): Promise<Outcome[]> {
  const filled = await allFillIn(platform, offered);
  return Promise.allSettled(filled.map(([each, slip]) => signs(platform, each, slip)));
}

async function allFillIn(
  platform: TestPlatform,
  offered: readonly Offered[],
): Promise<(readonly [Offered, SlipInput])[]> {
  const filled: (readonly [Offered, SlipInput])[] = [];
  for (const each of offered) filled.push([each, filledIn(await sees(platform, each))]);
  return filled;
}

async function stored(platform: TestPlatform, cohortId: string) {
  return platform.db.enrollment.findMany({
    where: { cohortId },
    orderBy: { ordinal: 'asc' },
    include: { slip: true },
  });
}

describe('fifty slips at once on the last two early-bird places', () => {
  let platform: TestPlatform;
  let cohort: Admission;
  let outcomes: Outcome[];

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open, connections });
    cohort = await admission(platform, 53, { earlyBirdPlaces: 5 });
    for (const each of cohort.offered.slice(0, 3)) {
      done(await signs(platform, each, filledIn(await sees(platform, each))));
    }
    outcomes = await allSignAtOnce(platform, cohort.offered.slice(3));
  }, 180_000);

  it('bind two at the early-bird price, and send the other forty-eight back with the new price', () => {
    expect(crashed(outcomes)).toEqual([]);
    expect(
      bound(outcomes)
        .map(({ ordinal }) => ordinal)
        .sort(),
    ).toEqual([4, 5]);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [refusalOf(outcome.value)?.kind] : [],
    );
    expect(refusals.filter((kind) => kind === 'price-changed')).toHaveLength(48);
  });

  it('bind, when the others confirm the new price at once, all fifty-three: ordinals dense, five of them early birds', async () => {
    const { offered, cohortId } = cohort;
    const waiting = new Set(bound(outcomes).map(({ reference }) => reference));
    const others = offered.slice(3).filter(({ reference }) => !waiting.has(reference));
    const confirmed = await allSignAtOnce(platform, others);
    expect(crashed(confirmed)).toEqual([]);
    expect(bound(confirmed)).toHaveLength(48);

    const rows = await stored(platform, cohortId);
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(53);
    expect(rows.map(({ price }) => price)).toEqual([
      ...Array<number>(5).fill(2_000_000),
      ...Array<number>(48).fill(2_600_000),
    ]);
    const { placesTaken, lastEnrollmentOrdinal } = await platform.db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
    });
    expect({ placesTaken, lastEnrollmentOrdinal }).toEqual({
      placesTaken: 53,
      lastEnrollmentOrdinal: 53,
    });
  }, 120_000);

  it('leave nobody bound at a price that their own slip does not say', async () => {
    for (const { price, slip } of await stored(platform, cohort.cohortId)) {
      const said = price === 2_000_000 ? 'er 20\u00a0000\u00a0kr.' : 'er 26\u00a0000\u00a0kr.';
      expect(slip?.content).toContain(`Prisen som gjelder nå, ${said}`);
    }
  });

  it('write one letter to each, and one copy to the mailbox, with the right number', async () => {
    const letters = await platform.db.letter.findMany({
      where: { cohortId: cohort.cohortId, kind: { startsWith: 'enrolled' } },
      select: { kind: true, applicationId: true, subject: true, text: true },
    });
    expect(letters).toHaveLength(2 * 53);
    expect(letters.some(({ subject, text }) => `${subject}${text}`.includes('{{'))).toBe(false);
    const ordinals = letters
      .filter(({ kind }) => kind === 'enrolled-mailbox')
      .map(({ subject }) => Number(/nr\. (\d+):/.exec(subject)?.[1]))
      .sort((a, b) => a - b);
    expect(ordinals).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
  });
});

describe('the same slip fifty times at once', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open, connections });
  });

  async function sameSlip(
    locks: TestPlatform['locks'],
  ): Promise<{ outcomes: Outcome[]; offered: Offered }> {
    const racing: TestPlatform = { ...platform, locks };
    const { offered } = await admission(platform, 1, { slug: `same-${locks}` });
    const [only] = offered;
    if (only === undefined) throw new Error('Nobody has an offer.');
    const slip = filledIn(await sees(platform, only));
    const sent = Array.from({ length: 50 }, () => signs(racing, only, slip));
    return { outcomes: await Promise.allSettled(sent), offered: only };
  }

  it('is one enrollment, fifty identical answers and one set of letters', async () => {
    const { outcomes, offered } = await sameSlip('on');
    const answers = bound(outcomes);
    expect(answers).toHaveLength(50);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { id } = await platform.db.application.findUniqueOrThrow({
      where: { reference: offered.reference },
    });
    expect(await platform.db.enrollment.count({ where: { applicationId: id } })).toBe(1);
    const letters = await platform.db.letter.findMany({
      where: { applicationId: id, kind: { startsWith: 'enrolled' } },
      select: { kind: true },
      orderBy: { kind: 'asc' },
    });
    expect(letters.map(({ kind }) => kind)).toEqual(['enrolled', 'enrolled-mailbox']);
  }, 120_000);

  it('goes wrong with the lock off: not all are answered', async () => {
    const { outcomes } = await sameSlip('off');
    expect(crashed(outcomes).length).toBeGreaterThan(0);
  }, 120_000);
});

describe('slips of different people at once, with the lock off', () => {
  it('go wrong: two are given the same ordinal, and one of them is left without an answer', async () => {
    const platform = await testPlatform({ now: moments.open, connections });
    const { offered } = await admission(platform, 16, { earlyBirdPlaces: 16 });
    const outcomes = await allSignAtOnce({ ...platform, locks: 'off' }, offered);
    expect(crashed(outcomes).length).toBeGreaterThan(0);
  }, 120_000);
});

describe('a yes and a no to the same offer at once', () => {
  it('give one answer: bound or declined, never both', async () => {
    const platform = await testPlatform({ now: moments.open, connections });
    const { offered, cohortId } = await admission(platform, 6);
    const filled = await allFillIn(platform, offered);
    await Promise.all(
      filled.flatMap(([each, slip]): Promise<unknown>[] => [
        signs(platform, each, slip),
        declineOffer(platform, each.applicant, { reference: each.reference, linkSecret: null }),
      ]),
    );
    const offers = await platform.db.offer.findMany({
      where: { cohortId },
      include: { enrollment: true },
    });
    for (const { state, enrollment } of offers) {
      expect(state).toBe(enrollment === null ? 'declined' : 'accepted');
    }
    const { placesTaken } = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(placesTaken).toBe(offers.filter(({ enrollment }) => enrollment !== null).length);
  }, 120_000);
});
