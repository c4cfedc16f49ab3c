import { documentRemovedLetter } from '@/emails/document-removed';
import { queueLetters } from '@/lib/correspondence/queue-letter';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { StoredDocument } from './document-store';
import { forApplicant } from './extension-store';
import { lettersAbout } from './letters-about';
import { readRequests } from './request-store';
import { afterRemoval, type AfterRemoval } from './rules/removed-document';
import type { StoredApplication } from './store';

/** Tells the applicant that a document was removed because of what the virus scanner found in it. */
export async function queueDocumentRemovedLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  document: Pick<StoredDocument, 'filename' | 'requestId'>,
  found: { readonly finding: string; readonly at: Instant },
): Promise<void> {
  const { toApplicant } = await lettersAbout(tx, application, cohort);
  const own = await forApplicant(tx.prisma, cohort, application.applicantId);
  const { state } = application;
  const next = afterRemoval({
    state,
    cohort: own,
    document: { requestId: document.requestId, removedAt: found.at },
    requests: await readRequests(tx.prisma, application.id),
    now: found.at,
  });
  const letter = await toApplicant('document-removed', found.at, (locale, about) =>
    documentRemovedLetter(locale, {
      ...about,
      filename: document.filename,
      finding: found.finding,
      isSent: application.receivedAt !== null && state !== 'withdrawn',
      next,
      link: `${about.link}${pageFor(next)}`,
    }),
  );
  await queueLetters(tx, [letter]);
}

/** The part of My application where another one is uploaded; the whole of it when it cannot be. */
function pageFor(next: AfterRemoval): string {
  switch (next.kind) {
    case 'upload':
      return '/documents';
    case 'answer':
      return `/requests/${next.number}`;
    case 'write':
    case 'nothing':
      return '';
  }
}
