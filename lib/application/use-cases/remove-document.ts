import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { readDocument, readDocuments, storeRemoval } from '../document-store';
import { forApplicant } from '../extension-store';
import { mayLeaveKyrOpen } from '../kyr-store';
import { checkEditing, problemsOf, type EditingRefusal, type FormProblem } from '../rules/editing';
import { missingFor } from '../rules/eligibility';
import { lockOwnApplication } from '../store';

export type RemoveDocumentRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | EditingRefusal
  /** The application has been submitted and rests on this document. */
  | { readonly kind: 'would-be-incomplete'; readonly problems: readonly FormProblem[] };

/**
 * Removes one document from the applicant's own application; its bytes are deleted after the commit.
 * Removing it twice is the same answer.
 */
export async function removeDocument(
  platform: Platform,
  actor: Actor,
  input: { readonly reference: string; readonly documentId: string },
): Promise<Result<{ readonly filename: string }, RemoveDocumentRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  if (!isId(input.documentId)) return refuse({ kind: 'not-found' });
  const documentId = asId<'SupportingDocument'>(input.documentId);
  return inTransaction<{ filename: string }, RemoveDocumentRefusal>(platform, async (tx) => {
    const application = await lockOwnApplication(tx, actor.userId, input.reference);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    const document = application && (await readDocument(tx.prisma, application.id, documentId));
    if (application === null || cohort === null || document === null) {
      return refuse({ kind: 'not-found' });
    }
    const { filename, storageKey } = document;
    // What was sent in answer to a request stays with the answer.
    if (document.requestId !== null) return refuse({ kind: 'not-found' });
    if (document.removedAt !== null) return ok({ filename });
    const now = await tx.now();
    const own = await forApplicant(tx.prisma, cohort, actor.userId);
    const editing = checkEditing(application.state, own, now);
    if (!editing.ok) return editing;
    const left = (await readDocuments(tx.prisma, application.id)).filter(
      (other) => other.id !== documentId,
    );
    const missing = missingFor({
      answers: application.answers,
      documented: left.map((other) => other.documents),
      categories: cohort.programme.categories,
      today: localDateOf(now, cohort.zone),
      kyrIsKnown: await mayLeaveKyrOpen(tx.prisma, {
        application,
        answers: application.answers,
        applicationDeadline: cohort.applicationDeadline,
      }),
    });
    if (application.state === 'submitted' && missing.length > 0) {
      return refuse({ kind: 'would-be-incomplete', problems: problemsOf(missing, () => false) });
    }
    await storeRemoval(tx, documentId, now);
    await appendEvent(tx, {
      actor,
      kind: 'document-removed',
      subject: { type: 'application', id: application.id },
      cohortId: application.cohortId,
      before: { documentId, documents: document.documents },
    });
    tx.afterCommit(() => platform.storage.remove(storageKey));
    return ok({ filename });
  });
}
