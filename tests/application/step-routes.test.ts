import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postWorkplace } from '@/app/api/[locale]/applications/[reference]/workplace/route';
import { printsOf, writePrints } from '@/lib/application/section-prints';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import { localDate } from '@/lib/kernel/time';
import { done, openAdmission, person, type OpenAdmission } from '../admission/stage';
import { posts, routesWorkOn, signsIn } from './posting';
import { fillsIn, psychologist } from './stage';

let stage: OpenAdmission;

beforeAll(async () => {
  stage = await openAdmission();
  routesWorkOn(stage.platform);
});

describe('the workplace step', () => {
  it('that asks «Mener du …?» says too what another window had changed', async () => {
    const { platform, officer } = stage;
    const { workplace } = psychologist;
    const first = await person(platform, 'Anne');
    const known = await fillsIn(platform, first);
    done(await submitApplication(platform, first, { reference: known }));
    const { workplaceId } = await platform.db.application.findUniqueOrThrow({
      where: { reference: known },
    });
    done(
      await verifyAnchoring(platform, officer, {
        ...{ workplaceId: workplaceId ?? '', from: localDate('2021-01-01'), to: null },
        evidence: 'Samtale med leder, og plan for KYR.',
      }),
    );

    const berit = await signsIn(platform, await person(platform, 'Berit'));
    const before = { ...workplace, unit: 'Poliklinikken' };
    const reference = await fillsIn(platform, berit, { ...psychologist, workplace: before });
    const shown = writePrints(printsOf(before));
    const answers = { ...before, managerName: 'Kari Leder' };
    const step = { reference, step: 'workplace', answers, mustBeComplete: true } as const;
    done(await saveStep(platform, berit, step));
    const typed = { ...before, unit: 'DPS Nord, døgnet', _shown: shown };
    const response = await posts(postWorkplace, berit, { params: { reference }, fields: typed });
    expect(await response.json()).toEqual({
      to: `/nb/applications/${reference}/workplace?near=yes&merged=workplace.managerName`,
    });
  });
});
