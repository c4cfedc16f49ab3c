import { documentRemovedLetter } from '@/emails/document-removed';
import { queueLetters } from '@/lib/correspondence/queue-letter';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { StoredDocument } from './document-store';
import { forApplicant } from './extension-store';
import { lettersAbout } from './letters-about';
import { checkEditing } from './rules/editing';
import { ownDeadline } from './rules/window';
import type { StoredApplication } from './store';

/** Tells the applicant that a document was removed because of what the virus scanner found in it. */
export async function queueDocumentRemovedLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  document: Pick<StoredDocument, 'filename'>,
  found: { readonly finding: string; readonly at: Instant },
): Promise<void> {
  const { toApplicant } = await lettersAbout(tx, application, cohort);
  const own = await forApplicant(tx.prisma, cohort, application.applicantId);
  const canStillBeChanged = checkEditing(application.state, own, found.at).ok;
  const letter = await toApplicant('document-removed', found.at, (locale, about) =>
    documentRemovedLetter(locale, {
      ...about,
      filename: document.filename,
      finding: found.finding,
      isSent: application.receivedAt !== null,
      newOneUntil: canStillBeChanged ? ownDeadline(own) : null,
      link: canStillBeChanged ? `${about.link}/documents` : about.link,
    }),
  );
  await queueLetters(tx, [letter]);
}
