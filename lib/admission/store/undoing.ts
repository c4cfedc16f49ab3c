import type { ApplicationId, CohortId } from '@/lib/kernel/ids';
import { statesIn } from '@/lib/kernel/state-machine';
import { isVisibleToApplicant } from '../rules/offer-states';
import type { AdmissionSoFar } from '../rules/undoing';
import type { Reader } from './candidates';

/** What a withdrawal's undo asks of the admission. Under the cohort's lock when it decides. */
export async function readAdmissionSoFar(
  prisma: Reader,
  cohortId: CohortId,
  applicationId: ApplicationId,
): Promise<AdmissionSoFar> {
  const [ranking, position, release, notice, offers] = [
    await prisma.ranking.count({ where: { cohortId } }),
    await prisma.rankingPosition.count({ where: { applicationId } }),
    await prisma.release.count({ where: { cohortId } }),
    await prisma.admissionNotice.count({ where: { applicationId } }),
    await prisma.offer.count({
      where: { applicationId, state: { in: statesIn(isVisibleToApplicant) } },
    }),
  ];
  return {
    isLocked: ranking > 0,
    hasPosition: position > 0,
    isReleased: release > 0,
    wasTold: notice + offers > 0,
  };
}
