import type { Actor } from '@/lib/kernel/actor';
import { asId, type UserId } from '@/lib/kernel/ids';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow, type Tx } from '@/lib/platform/database';
import { problemOfRefusal } from '@/lib/platform/door/problems';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { forApplicant } from './extension-store';
import { mayLeaveKyrOpen } from './kyr-store';
import { isSameRegistration } from './registration-store';
import type { Answers } from './rules/answers';
import type { FormProblem } from './rules/editing';
import { missingFor, type Missing } from './rules/eligibility';
import { atTypedPlaces, type TypedPlaces } from './rules/repeatable-groups';
import { checkRegistration, type Enclosure, type RegistrationRefusal } from './rules/registration';
import { faultField, registrationField } from './rules/registration-fields';
import { readLiveApplication } from './store';

/** What has been typed of an application that came otherwise, and what could not be read of it. */
export interface TypedRegistration {
  /** Null when it cannot be read. */
  readonly email: string | null;
  /** Null when it cannot be read. */
  readonly receivedAt: Instant | null;
  readonly answers: Answers;
  readonly enclosed: readonly Enclosure[];
  /** The paper, by its bytes; null when none was chosen. */
  readonly file: { readonly sha256: string } | null;
}

/** One thing that speaks against a registration, beside what is missing in the answers. */
export type RegistrationFault =
  | RegistrationRefusal
  | { readonly kind: 'file-missing' }
  /** Of whoever registers: one's own could be given any time of arrival. */
  | { readonly kind: 'own-application' }
  /** Rule 4: the applicant has begun one here, which is theirs alone to send or withdraw. */
  | { readonly kind: 'applicant-has-draft' }
  | { readonly kind: 'already-applied'; readonly reference: string };

export interface RegistrationChecked {
  readonly missing: readonly Missing[];
  readonly faults: readonly RegistrationFault[];
}

type Reader = Tx['prisma'];

/** Rule 2 for an application on paper: what is missing, with what the paper is said to document. */
export async function missingOnPaper(
  prisma: Reader,
  cohort: CohortFacts,
  typed: Pick<TypedRegistration, 'answers' | 'enclosed'> & { readonly receivedAt: Instant },
): Promise<Missing[]> {
  const { answers, enclosed, receivedAt } = typed;
  return missingFor({
    answers,
    documented: ['other', ...enclosed],
    categories: cohort.programme.categories,
    today: localDateOf(receivedAt, cohort.zone),
    kyrIsKnown: await mayLeaveKyrOpen(prisma, {
      application: null,
      answers,
      applicationDeadline: cohort.applicationDeadline,
    }),
  });
}

/**
 * Everything that speaks against a registration before its paper is opened, so that it is told at once and no
 * time is spent on a file that will not be kept. Under no lock: the act asks again under the cohort's.
 */
export async function checkTypedRegistration(
  platform: Platform,
  actor: Actor,
  cohort: CohortFacts,
  typed: TypedRegistration,
): Promise<RegistrationChecked> {
  const { db } = platform;
  const now = await readNow(platform);
  const { email, receivedAt, file } = typed;
  const account = email === null ? null : await db.user.findUnique({ where: { email } });
  const applicantId = account === null ? null : asId<'User'>(account.id);
  const isOwn = actor.kind === 'person' && actor.userId === applicantId;
  const before =
    applicantId === null || isOwn ? null : await standing(db, cohort, applicantId, typed);
  if (before === 'same') return { missing: [], faults: [] };
  const missing = await missingOnPaper(db, cohort, { ...typed, receivedAt: receivedAt ?? now });
  const own =
    applicantId === null
      ? { ...cohort, extendedUntil: null }
      : await forApplicant(db, cohort, applicantId);
  // A time that cannot be read says nothing about the cohort, which may be closed all the same.
  const timely = checkRegistration(own, receivedAt ?? now, now);
  const isClosed = !timely.ok && timely.refusal.kind === 'registration-closed';
  const faults: RegistrationFault[] = [
    ...(timely.ok || (receivedAt === null && !isClosed) ? [] : [timely.refusal]),
    ...(isOwn ? [{ kind: 'own-application' } as const] : []),
    ...(before === null ? [] : [before]),
    ...(file === null ? [{ kind: 'file-missing' } as const] : []),
  ];
  return { missing, faults };
}

/** What the applicant has here already; 'same' when it is this very registration. */
async function standing(
  db: Reader,
  cohort: CohortFacts,
  applicantId: UserId,
  { receivedAt, answers, file }: TypedRegistration,
): Promise<RegistrationFault | 'same' | null> {
  const live = await readLiveApplication(db, applicantId, cohort.id);
  if (live === null) return null;
  if (live.receivedAt === null) return { kind: 'applicant-has-draft' };
  if (receivedAt !== null && file !== null) {
    const { sha256 } = file;
    if (await isSameRegistration(db, live, { answers, receivedAt, sha256 })) return 'same';
  }
  return { kind: 'already-applied', reference: live.reference };
}

/** All of it as problems of the one long form, each at its field, and in a list at the group as it was typed. */
export function problemsOfRegistration(
  { missing, faults }: RegistrationChecked,
  places: TypedPlaces | null,
): FormProblem[] {
  const problems = [
    ...faults.map((fault) => problemOfRefusal(fault, faultField(fault.kind))),
    ...missing.map((item) => ({
      field: registrationField(item),
      code: item.code,
      params: item.params ?? {},
    })),
  ];
  return atTypedPlaces(problems, places);
}
