import { cohortAdmission, type CohortAdmission } from '@/lib/admission/queries/cohort-admission';
import type { Result } from '@/lib/kernel/result';
import { orNoSuchPage, type StaffVisit } from '../../read-staff-page';

/** What a page of the ranking shows: the preview, or the admission's figures when the ranking is for colleagues. */
type Seen<Preview> =
  | { readonly preview: Preview; readonly admission: null }
  | { readonly preview: null; readonly admission: CohortAdmission };

/** Whoever awaits an answer of their own is shown the figures in place of the preview. */
export async function previewOrFigures<Preview>(
  { locale, person, platform }: StaffVisit,
  cohortId: string,
  found: Result<Preview>,
): Promise<Seen<Preview>> {
  if (!found.ok && found.refusal.kind === 'awaits-own-answer') {
    const admission = await cohortAdmission(platform, person, { cohortId });
    return { preview: null, admission: orNoSuchPage(locale, admission) };
  }
  return { preview: orNoSuchPage(locale, found), admission: null };
}
