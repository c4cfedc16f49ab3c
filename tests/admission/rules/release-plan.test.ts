import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRelease, type ReleaseInput } from '@/lib/admission/rules/release-plan';
import { asId } from '@/lib/kernel/ids';

const application = (name: string | number) => asId<'Application'>(`application ${name}`);

function input(given: Partial<ReleaseInput> & { ranked?: number } = {}): ReleaseInput {
  const { ranked = 8, ...rest } = given;
  return {
    capacity: 7,
    placesTaken: 0,
    positions: Array.from({ length: ranked }, (_, index) => ({
      applicationId: application(index + 1),
      position: index + 1,
      withdrawn: false,
    })),
    notQualified: [],
    ...rest,
  };
}

describe('the release plan', () => {
  it('offers seven of eight a place on seven places, and the eighth is first on the waiting list', () => {
    const plan = planRelease(input({ notQualified: [application('x')] }));
    expect(plan.offers.map((offer) => offer.position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(plan.waitingList).toEqual([{ applicationId: application(8), position: 8, number: 1 }]);
    expect(plan.refusals).toEqual([application('x')]);
  });

  it('reads positions by their number, not by the order of the rows', () => {
    const backwards = input().positions.toReversed();
    expect(planRelease(input({ positions: backwards }))).toEqual(planRelease(input()));
  });

  it.each([
    ['nobody is ranked', { ranked: 0 }, 0, 0],
    ['there are more places than people', { capacity: 30 }, 8, 0],
    ['some places are taken already', { placesTaken: 5 }, 2, 6],
    ['every place is taken', { placesTaken: 7 }, 0, 8],
  ])('when %s, gives the rest the waiting list', (_, given, offers, waiting) => {
    const plan = planRelease(input(given));
    expect([plan.offers.length, plan.waitingList.length]).toEqual([offers, waiting]);
  });

  it('passes by one who withdrew after the lock, and the next in line gets the place', () => {
    const positions = input().positions.map((each) => ({
      ...each,
      withdrawn: each.position === 2,
    }));
    const plan = planRelease(input({ positions }));
    expect(plan.offers.map((offer) => offer.position)).toEqual([1, 3, 4, 5, 6, 7, 8]);
    expect(plan.waitingList).toEqual([]);
  });

  it('never gives out more than there is, tells everyone exactly one thing, and numbers those who wait from 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (capacity, taken, withdrawn, refused) => {
          const placesTaken = Math.min(taken, capacity);
          const positions = withdrawn.map((each, index) => ({
            applicationId: application(index),
            position: index + 1,
            withdrawn: each,
          }));
          const notQualified = Array.from({ length: refused }, (_, at) => application(`no ${at}`));
          const plan = planRelease({ capacity, placesTaken, positions, notQualified });
          expect(plan.offers.length + placesTaken).toBeLessThanOrEqual(capacity);
          const told = [
            ...plan.offers.map((each) => each.applicationId),
            ...plan.waitingList.map((each) => each.applicationId),
            ...plan.refusals,
          ];
          const standing = positions.filter((each) => !each.withdrawn);
          expect(told).toEqual([...standing.map((each) => each.applicationId), ...notQualified]);
          expect(plan.waitingList.map((each) => each.number)).toEqual(
            plan.waitingList.map((_, at) => at + 1),
          );
          if (plan.waitingList.length > 0) {
            expect(plan.offers.length + placesTaken).toBe(capacity);
          }
        },
      ),
    );
  });
});
