import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCapacity, type NoPlacesLeft } from '@/lib/admission/rules/capacity';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { storeOffers } from '@/lib/admission/store/release';
import type { Person } from '@/lib/kernel/actor';
import { asId, type ApplicationId, type CohortId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { localDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { newId, newSecret, sha256 } from '@/lib/platform/ids';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { applies, concludes, done, moments, openAdmission, type Applied } from '../admission/stage';
import type { TestPlatform } from '../harness/platform';

const places = 5;
const applicants = 12;

interface Stage {
  readonly platform: TestPlatform;
  readonly cohortId: CohortId;
  readonly officer: Person;
  readonly applied: readonly Applied[];
  readonly applicationIds: readonly ApplicationId[];
}

async function lockedCohort(): Promise<Stage> {
  const { platform, cohortId, officer } = await openAdmission({
    capacity: places,
    connections: applicants + 4,
  });
  const applied: Applied[] = [];
  for (let number = 1; number <= applicants; number += 1) {
    const each = await applies(platform, cohortId, `Søker ${number}`);
    await concludes(platform, officer, each);
    applied.push(each);
  }
  platform.clock.set(moments.afterDeadline);
  done(await lockRanking(platform, officer, { cohortId }));
  const rows = await platform.db.application.findMany({ orderBy: { arrivalNumber: 'asc' } });
  return {
    platform,
    cohortId,
    officer,
    applied,
    applicationIds: rows.map((row) => asId<'Application'>(row.id)),
  };
}

/** A place given outside the release, the way every act that gives one must: lock, check, store. */
function offerByHand(
  { platform, cohortId }: Stage,
  applicationId: ApplicationId,
  locks: Platform['locks'] = 'on',
): Promise<Result<undefined>> {
  return inTransaction<undefined, NoPlacesLeft>({ ...platform, locks }, async (tx) => {
    await lockCohort(tx, cohortId);
    const cohort = await readCohort(tx.prisma, cohortId);
    if (cohort === null) throw new Error('No such cohort.');
    const room = checkCapacity(cohort, 1);
    if (!room.ok) return room;
    await storeOffers(tx, {
      cohortId,
      respondBy: localDate('2027-07-31'),
      at: await tx.now(),
      offers: [{ id: newId<'Offer'>(), applicationId, linkHash: sha256(newSecret()) }],
    });
    return ok(undefined);
  });
}

async function tally(acts: readonly Promise<Result<unknown>>[]) {
  const settled = await Promise.allSettled(acts);
  return {
    done: settled.filter((each) => each.status === 'fulfilled' && each.value.ok).length,
    refused: settled.filter((each) => each.status === 'fulfilled' && !each.value.ok).length,
    broken: settled.filter((each) => each.status === 'rejected').length,
  };
}

/** Open offers plus enrollments that are not cancelled, counted by hand; and the counter that must equal it. */
async function taken({ platform, cohortId }: Stage): Promise<{ counted: number; kept: number }> {
  const { db } = platform;
  const offers = await db.offer.count({
    where: { cohortId, state: { in: ['open', 'accepted'] } },
  });
  const cancelled = await db.enrollment.count({ where: { cohortId, state: 'cancelled' } });
  const cohort = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  return { counted: offers - cancelled, kept: cohort.placesTaken };
}

describe('places', () => {
  it('twelve given by hand at once on five places: five, and seven are told that it is full', async () => {
    const stage = await lockedCohort();
    const acts = stage.applicationIds.map((id) => offerByHand(stage, id));
    expect(await tally(acts)).toEqual({ done: places, refused: applicants - places, broken: 0 });
    expect(await taken(stage)).toEqual({ counted: places, kept: places });
  });

  it('without the lock the same breaks instead of refusing, and the database still keeps it to five', async () => {
    const stage = await lockedCohort();
    const acts = stage.applicationIds.map((id) => offerByHand(stage, id, 'off'));
    const { done: given, broken } = await tally(acts);
    expect(broken).toBeGreaterThan(0);
    expect(given).toBeLessThanOrEqual(places);
    const { counted, kept } = await taken(stage);
    expect(counted).toBe(given);
    expect(kept).toBe(given);
  });

  it('without lock and constraint more than five are given: it is these two that hold', async () => {
    const stage = await lockedCohort();
    await stage.platform.db.$executeRaw`
      alter table cohort drop constraint cohort_places_within_capacity`;
    await tally(stage.applicationIds.map((id) => offerByHand(stage, id, 'off')));
    expect((await taken(stage)).counted).toBeGreaterThan(places);
  });

  it('given by hand while the release runs never add up to more than there are', async () => {
    const stage = await lockedCohort();
    const { platform, officer, cohortId } = stage;
    const byHand = stage.applicationIds.slice(-4).map((id) => offerByHand(stage, id));
    const [release, hand] = await Promise.all([
      releaseAdmission(platform, officer, { cohortId }),
      tally(byHand),
    ]);
    expect(hand.broken).toBe(0);
    if (!release.ok) expect(release.refusal.kind).toBe('preview-outdated');
    const { counted, kept } = await taken(stage);
    expect(counted).toBeLessThanOrEqual(places);
    expect(kept).toBe(counted);
  });

  it('freed by a no are given again, and not twice, while others say no and ask at once', async () => {
    const stage = await lockedCohort();
    const { platform, officer, cohortId, applied, applicationIds } = stage;
    done(await releaseAdmission(platform, officer, { cohortId }));
    const noes = applied
      .slice(0, 3)
      .map(({ applicant, reference }) =>
        declineOffer(platform, applicant, { reference, linkSecret: null }),
      );
    const asks = applicationIds.slice(places).map((id) => offerByHand(stage, id));
    const [declined, given] = await Promise.all([tally(noes), tally(asks)]);
    expect(declined).toEqual({ done: 3, refused: 0, broken: 0 });
    expect(given.broken).toBe(0);
    expect(given.done).toBeLessThanOrEqual(3);
    expect(await taken(stage)).toEqual({
      counted: places - 3 + given.done,
      kept: places - 3 + given.done,
    });
  });
});

describe('the counter of places', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await lockedCohort();
    done(await releaseAdmission(stage.platform, stage.officer, { cohortId: stage.cohortId }));
  });

  it('does not let the capacity be set below the places taken', async () => {
    const { db } = stage.platform;
    const { cohortId } = stage;
    await expect(
      db.cohort.update({ where: { id: cohortId }, data: { capacity: places - 1 } }),
    ).rejects.toThrow();
  });

  it('follows offers and enrollments through any change that plain SQL can make to them', async () => {
    const { platform, cohortId } = stage;
    const { db } = platform;
    const offers = await db.offer.findMany({ where: { cohortId } });
    for (const [at, offer] of offers.entries()) {
      await db.enrollment.create({
        data: {
          id: newId(),
          cohortId,
          applicationId: offer.applicationId,
          offerId: offer.id,
          ordinal: at + 1,
          price: 2_000_000,
          currency: 'NOK',
          earlyBird: true,
          boundAt: moments.afterDeadline,
        },
      });
      await db.offer.update({
        where: { id: offer.id },
        data: { state: 'accepted', answeredAt: moments.afterDeadline },
      });
    }
    const change = fc.record({
      of: fc.constantFrom('offer', 'enrollment'),
      at: fc.nat({ max: places - 1 }),
      offerState: fc.constantFrom('open', 'accepted', 'declined', 'lapsed', 'revoked'),
      enrollmentState: fc.constantFrom('bound', 'cancelled', 'completed'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        for (const { of, at, offerState, enrollmentState } of changes) {
          const offerId = offers[at]?.id ?? '';
          const change =
            of === 'offer'
              ? db.offer.updateMany({ where: { id: offerId }, data: { state: offerState } })
              : db.enrollment.updateMany({ where: { offerId }, data: { state: enrollmentState } });
          // A change that would take the counter below zero or above the capacity is refused whole.
          await change.catch(() => null);
        }
        const { counted, kept } = await taken(stage);
        expect(kept).toBe(counted);
        expect(kept).toBeLessThanOrEqual(places);
      }),
      { numRuns: 40 },
    );
  });
});
