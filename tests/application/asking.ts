import { requestInformation } from '@/lib/application/use-cases/request-information';
import { localDate } from '@/lib/kernel/time';
import {
  applies,
  moments,
  type Applied,
  type OpenAdmission,
  type StagePlatform,
} from '../admission/stage';

/** What staff ask, and by when, where a test does not say otherwise. */
export const question = 'Hvor lenge har du arbeidet på posten?';
export const dueOn = localDate('2027-06-20');

/** Somebody applies in the window; the clock then stands ten days after the deadline. */
export async function appliesInTime(
  { platform, cohortId }: Pick<OpenAdmission, 'platform' | 'cohortId'>,
  name: string,
  options: Parameters<typeof applies>[3] = {},
): Promise<Applied> {
  platform.clock.set(moments.open);
  const application = await applies(platform, cohortId, name, options);
  platform.clock.set(moments.afterDeadline);
  return application;
}

/** The officer asks an applicant for more: the question, unless something else is given. */
export function asks(
  { platform, officer }: Pick<OpenAdmission, 'officer'> & { readonly platform: StagePlatform },
  { reference }: Pick<Applied, 'reference'>,
  given: Partial<Parameters<typeof requestInformation>[2]> = {},
) {
  return requestInformation(platform, officer, {
    reference,
    asks: 'answer',
    question,
    dueOn,
    ...given,
  });
}
