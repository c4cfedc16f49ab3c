import { documentRemovedLetter } from '@/emails/document-removed';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { StoredDocument } from './document-store';
import { forApplicant } from './extension-store';
import { applicantOf, contactOf } from './letters';
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
  const { to, locale, name } = await applicantOf(tx, application);
  const own = await forApplicant(tx.prisma, cohort, application.applicantId);
  const canStillBeChanged = checkEditing(application.state, own, found.at).ok;
  const page = `${publicOrigin(tx.platform.env)}/${locale}/applications/${application.reference}`;
  await queueLetter(tx, {
    kind: 'document-removed',
    to,
    locale,
    userId: application.applicantId,
    cohortId: application.cohortId,
    applicationId: application.id,
    at: found.at,
    rendered: await documentRemovedLetter(locale, {
      installation: tx.platform.env.INSTALLATION_NAME,
      name,
      programme: cohort.programme.name,
      reference: application.reference,
      filename: document.filename,
      finding: found.finding,
      isSent: application.receivedAt !== null,
      newOneUntil: canStillBeChanged ? ownDeadline(own) : null,
      link: canStillBeChanged ? `${page}/documents` : page,
      contact: contactOf(cohort),
    }),
  });
}
