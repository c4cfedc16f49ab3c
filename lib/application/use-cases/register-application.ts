import { appendEvent } from '@/lib/audit/append-event';
import { queueLetters } from '@/lib/correspondence/queue-letter';
import type { Actor, Person } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import { defaultLocale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { newId, newReference } from '@/lib/platform/ids';
import { readCohort } from '@/lib/programme/store';
import { findOrMakeAccount } from '@/lib/staff/account-store';
import { can } from '@/lib/staff/rules/permissions';
import { lockArrivals } from '../arrival-store';
import { takeFile, type FileRefusal, type ReadyFile } from '../document-file';
import { insertDocument } from '../document-store';
import { forApplicant } from '../extension-store';
import { prepareReceipts } from '../letters';
import {
  checkTypedRegistration,
  missingOnPaper,
  problemsOfRegistration,
  type RegistrationChecked,
  type RegistrationFault,
} from '../registration-check';
import { insertRegistered, isSameRegistration } from '../registration-store';
import { documentBytesMaximum, type Answers } from '../rules/answers';
import type { FormProblem } from '../rules/editing';
import type { Missing } from '../rules/eligibility';
import type { TypedPlaces } from '../rules/repeatable-groups';
import { checkRegistration, type Enclosure, type RegisteredWay } from '../rules/registration';
import { readLiveApplication } from '../store';
import { findOrMakeWorkplace } from '../workplace-store';

export interface ApplicationToRegister {
  readonly cohortId: string;
  /** The applicant's address, in lower case; an account is made when there is none. */
  readonly email: string;
  readonly way: RegisteredWay;
  /** When it came to us. */
  readonly receivedAt: Instant;
  readonly answers: Answers;
  /** Where on the form the groups of a list stood, when one above another was left empty. */
  readonly places?: TypedPlaces | null;
  /** What the paper shows beside the application itself. */
  readonly enclosed: readonly Enclosure[];
  /** The paper, as the form's door has streamed it into storage. */
  readonly file: ReceivedFile | null;
}

export type RegisterApplicationRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | FileRefusal
  | RegistrationFault
  /** More than one thing is wrong, or something is missing in the answers: all of it, each at its field. */
  | {
      readonly kind: 'application-incomplete';
      readonly missing: readonly Missing[];
      readonly problems: readonly FormProblem[];
    };

type Registered = Result<{ readonly reference: string }, RegisterApplicationRefusal>;

/**
 * Staff register an application that came by e-mail or post (rule 3), for an address: whoever reads mail
 * there takes it over by signing in. It is as complete as every other (rule 2), counts from when it came,
 * and gets the cohort's next number: the order is by time received, then by number. Under the
 * cohort's lock, as for others. The same registration twice is one. The bytes are this act's from the
 * start: unless they became documents, they are removed, whatever went wrong. What can be refused without
 * opening them is, all at once.
 */
export async function registerApplication(
  platform: Platform,
  actor: Actor,
  input: ApplicationToRegister,
): Promise<Registered> {
  const { cohortId, file } = input;
  if (!may(actor)) {
    if (file !== null) await platform.storage.remove(file.key);
    return refuse({ kind: 'forbidden' });
  }
  const refusal = await foreseen(platform, actor, input);
  if (refusal !== null || file === null) {
    if (file !== null) await platform.storage.remove(file.key);
    return refuse(refusal ?? { kind: 'file-missing' });
  }
  const about = () =>
    Promise.resolve({ subject: { type: 'cohort', id: cohortId }, cohortId } as const);
  return takeFile(platform, actor, { file, about }, async ({ ready }) => {
    if (!ready.ok) return { result: ready, isKept: false };
    const { result, isNew } = await registerWith(platform, actor, input, ready.value);
    return { result, isKept: isNew };
  });
}

/** Why it will not be registered whatever is in the file; null when nothing speaks against it so far. */
async function foreseen(
  platform: Platform,
  actor: Person,
  input: ApplicationToRegister,
): Promise<RegisterApplicationRefusal | null> {
  const { cohortId } = input;
  const cohort = isId(cohortId) ? await readCohort(platform.db, cohortId) : null;
  if (cohort === null) return { kind: 'not-found' };
  const checked = await checkTypedRegistration(platform, actor, cohort, input);
  const { missing, faults } = checked;
  const [first, ...others] = faults;
  // A cohort that takes none takes none however well it is filled in.
  const closed = faults.find(({ kind }) => kind === 'registration-closed');
  if (closed !== undefined) return closed;
  if (first === undefined && missing.length === 0) return null;
  if (first !== undefined && others.length === 0 && missing.length === 0) return first;
  return incomplete(checked, input);
}

function incomplete(
  checked: RegistrationChecked,
  { places = null }: Pick<ApplicationToRegister, 'places'>,
) {
  const problems = problemsOfRegistration(checked, places);
  return { kind: 'application-incomplete', missing: checked.missing, problems } as const;
}

/** Each document has bytes of its own, so that one can be removed without the others. */
async function registerWith(
  platform: Platform,
  actor: Person,
  input: ApplicationToRegister,
  ready: ReadyFile,
): Promise<{ readonly result: Registered; readonly isNew: boolean }> {
  const papers: Paper[] = [{ ...ready, documents: 'other' }];
  let isNew = false;
  try {
    for (const documents of new Set(input.enclosed)) {
      const bytes = platform.storage.read(ready.storageKey);
      const { key } = await platform.storage.put(bytes, documentBytesMaximum);
      papers.push({ ...ready, documents, storageKey: key });
    }
    const result = await register(platform, actor, { ...input, papers, sha256: ready.sha256 });
    isNew = result.ok && result.value.isNew;
    return { result: result.ok ? ok({ reference: result.value.reference }) : result, isNew };
  } finally {
    if (!isNew) for (const { storageKey } of papers) await platform.storage.remove(storageKey);
  }
}

function may(actor: Actor): actor is Person {
  return actor.kind === 'person' && can(actor, 'register-application');
}

interface Paper extends ReadyFile {
  readonly documents: 'other' | Enclosure;
}

interface Examined extends Omit<ApplicationToRegister, 'file'> {
  readonly sha256: string;
  readonly papers: readonly Paper[];
}

async function register(
  platform: Platform,
  actor: Person,
  input: Examined,
): Promise<Result<{ reference: string; isNew: boolean }, RegisterApplicationRefusal>> {
  const { answers, receivedAt, way, papers } = input;
  if (!isId(input.cohortId)) return refuse({ kind: 'not-found' });
  const cohortId = asId<'Cohort'>(input.cohortId);
  return inTransaction<{ reference: string; isNew: boolean }, RegisterApplicationRefusal>(
    platform,
    async (tx) => {
      const facts = await readCohort(tx.prisma, cohortId);
      if (facts === null) return refuse({ kind: 'not-found' });
      const missing = await missingOnPaper(tx.prisma, facts, input);
      if (missing.length > 0 || answers.workplace === null) {
        return refuse(incomplete({ missing, faults: [] }, input));
      }
      const locale = answers.aboutYou?.preferredLanguage ?? defaultLocale;
      const { userId } = await findOrMakeAccount(tx, input.email, locale);
      if (userId === actor.userId) return refuse({ kind: 'own-application' });
      const workplaceId = await findOrMakeWorkplace(tx, answers.workplace, await tx.now());
      const [id, reference] = [asId<'Application'>(newId()), newReference()];

      const { state, lastArrivalNumber, now } = await lockArrivals(tx, cohortId);
      const live = await readLiveApplication(tx.prisma, userId, cohortId);
      if (live !== null) {
        if (live.receivedAt === null) return refuse({ kind: 'applicant-has-draft' });
        return (await isSameRegistration(tx.prisma, live, input))
          ? ok({ reference: live.reference, isNew: false })
          : refuse({ kind: 'already-applied', reference: live.reference });
      }
      const cohort = await forApplicant(tx.prisma, { ...facts, state }, userId);
      const checked = checkRegistration(cohort, receivedAt, now);
      if (!checked.ok) return checked;
      const arrival = { receivedAt, arrivalNumber: lastArrivalNumber + 1 };
      const application = { id, reference, cohortId, applicantId: userId, answers, workplaceId };
      const isNew = await insertRegistered(tx, {
        ...application,
        ...arrival,
        registeredAt: now,
        registeredById: actor.userId,
      });
      // Between the look and the insert the applicant can only have begun a draft: that takes no lock.
      if (!isNew) return refuse({ kind: 'applicant-has-draft' });
      const documentIds: string[] = [];
      for (const paper of papers) {
        documentIds.push(
          await insertDocument(tx, { ...paper, applicationId: id, uploadedAt: now }),
        );
      }
      await appendEvent(tx, {
        actor,
        at: now,
        kind: 'application-registered',
        subject: { type: 'application', id },
        cohortId,
        after: {
          state: 'submitted',
          way,
          receivedAt: receivedAt.toISOString(),
          arrivalNumber: arrival.arrivalNumber,
          revision: 1,
          documentIds,
        },
      });
      const by = actor.name ?? actor.email;
      const came = { documents: papers.length, registered: { at: now, by, way } };
      const receipts = await prepareReceipts(tx, application, cohort, came);
      await queueLetters(tx, await receipts.lettersFor(arrival));
      return ok({ reference, isNew: true });
    },
  );
}
