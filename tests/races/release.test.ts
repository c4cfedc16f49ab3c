import { describe, expect, it } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission, type Released } from '@/lib/admission/use-cases/release-admission';
import type { Platform } from '@/lib/platform/context';
import {
  applies,
  concludes,
  done,
  moments,
  openAdmission,
  type OpenAdmission,
} from '../admission/stage';

/** A locked cohort of eight qualified and one not, with five places, that has not been released. */
async function lockedCohort(connections: number): Promise<OpenAdmission> {
  const stage = await openAdmission({ capacity: 5, connections });
  const { platform, cohortId, officer } = stage;
  for (let number = 1; number <= 9; number += 1) {
    const applied = await applies(platform, cohortId, `Søker ${number}`);
    await concludes(platform, officer, applied, number === 9 ? 'not-qualified' : 'qualified');
  }
  platform.clock.set(moments.afterDeadline);
  done(await lockRanking(platform, officer, { cohortId }));
  return stage;
}

/** Presses the button a number of times at once; what each press answered, or that it failed. */
async function press(
  { platform, cohortId, officer }: OpenAdmission,
  times: number,
  locks: Platform['locks'],
) {
  const settled = await Promise.allSettled(
    Array.from({ length: times }, () =>
      releaseAdmission({ ...platform, locks }, officer, { cohortId }),
    ),
  );
  const answers: Released[] = [];
  let failures = 0;
  for (const each of settled) {
    if (each.status === 'fulfilled' && each.value.ok) answers.push(each.value.value);
    else failures += 1;
  }
  return { answers, failures };
}

async function stored({ platform, cohortId }: OpenAdmission) {
  const { db } = platform;
  const kinds = ['offer', 'waiting-list', 'refusal'];
  return {
    releases: await db.release.count({ where: { cohortId } }),
    offers: await db.offer.count({ where: { cohortId } }),
    notices: await db.admissionNotice.count({ where: { cohortId } }),
    letters: await db.letter.count({ where: { cohortId, kind: { in: kinds } } }),
    released: await db.auditEvent.count({ where: { cohortId, kind: 'admission-released' } }),
    opened: await db.auditEvent.count({ where: { cohortId, kind: 'offer-opened' } }),
    placesTaken: (await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).placesTaken,
  };
}

const oneSet = {
  releases: 1,
  offers: 5,
  notices: 4,
  letters: 9,
  released: 1,
  opened: 5,
  placesTaken: 5,
};

describe('the release', () => {
  it.each([2, 20])(
    'pressed %i times at once is one set of offers and letters, and one answer to all',
    async (times) => {
      const stage = await lockedCohort(times + 4);
      const { answers, failures } = await press(stage, times, 'on');
      expect(failures).toBe(0);
      expect(answers).toEqual(
        Array(times).fill({
          cohortId: stage.cohortId,
          releasedAt: moments.afterDeadline,
          offers: 5,
          waitingList: 3,
          refusals: 1,
        }),
      );
      expect(await stored(stage)).toEqual(oneSet);
    },
  );

  it('without its lock fails for those who pressed second: the database alone keeps it to one set', async () => {
    const stage = await lockedCohort(24);
    const { failures } = await press(stage, 20, 'off');
    expect(failures).toBeGreaterThan(0);
    expect(await stored(stage)).toEqual(oneSet);
  });
});
