import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import {
  offerForApplicant,
  type ApplicantOutcome,
} from '@/lib/admission/queries/offer-for-applicant';
import type { Person } from '@/lib/kernel/actor';

/** What has been released of an application's outcome, for its own applicant. */
export async function readOutcome(person: Person, reference: string): Promise<ApplicantOutcome> {
  const platform = await getPlatform();
  const told = await offerForApplicant(platform, person, { reference, linkSecret: null });
  return told.ok ? told.value : noSuchPage(person.locale);
}
