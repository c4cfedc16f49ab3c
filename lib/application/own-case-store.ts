import { Prisma } from '@/prisma/generated/client';
import type { UserId } from '@/lib/kernel/ids';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import type { InJson } from '@/lib/platform/columns';
import type { Platform } from '@/lib/platform/context';
import type { Tx } from '@/lib/platform/database';
import { andLock, rowVersion } from '@/lib/platform/locks';
import { cohortFactsOf, selectCohorts, type CohortRow } from '@/lib/programme/row-store';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import {
  documentInJson,
  documentOfJson,
  type DocumentRow,
  type StoredDocument,
} from './document-store';
import {
  requestInJson,
  requestOfJson,
  type RequestInJson,
  type StoredRequest,
} from './request-store';
import type { ClaimedWorkplace } from './rules/workplace-key';
import {
  applicationColumns,
  applicationOf,
  isReference,
  type ApplicationRow,
  type StoredApplication,
} from './store';
import {
  anchoringsOfClaim,
  anchoringsOfOrganisation,
  type KeyedAnchoring,
  type StoredAnchoring,
} from './workplace-store';

/** One person's own application with all that its pages and its rules ask for. */
export interface OwnCase {
  readonly application: StoredApplication;
  /** The version of its row, for a write that is only made while it is as it was read (`andUnchanged`). */
  readonly version: string;
  /** Its cohort, with the person's own deadline: what every check of the window asks for. */
  readonly cohort: CohortFacts & { readonly extendedUntil: LocalDate | null };
  /** The moment of reading, by the clock that decides. */
  readonly now: Instant;
  /**
   * The documents attached now, in the order of upload. What was uploaded for a request is among them from the
   * moment that its answer was sent.
   */
  readonly documents: readonly StoredDocument[];
  /** What the virus scanner had removed, in the order of upload. */
  readonly infected: readonly StoredDocument[];
  /** Everything that has been asked for, the oldest first. */
  readonly requests: readonly StoredRequest[];
  /** What staff have verified of the workplace that the answers name; the newest first. */
  readonly anchorings: readonly StoredAnchoring[];
}

interface OwnCaseRow extends ApplicationRow {
  readonly version: string;
  readonly now: Date;
  readonly cohort: CohortRow;
  readonly extendedUntil: LocalDate | null;
  readonly uploaded: readonly InJson<DocumentRow>[];
  readonly requests: readonly RequestInJson[];
  readonly ofOrganisation: readonly KeyedAnchoring[];
}

/**
 * The applicant's own application by its reference, with its cohort, the person's own deadline, the time,
 * documents, requests and anchorings; null for another's, and for none. One statement: every page of the
 * dialogue and every save waits for it, and would wait for each further one after it.
 */
export async function readOwnCase(
  { platform, prisma }: { readonly platform: Platform; readonly prisma: Prisma.TransactionClient },
  applicantId: UserId,
  reference: string,
): Promise<OwnCase | null> {
  if (!isReference(reference)) return null;
  const [row] = await prisma.$queryRaw<OwnCaseRow[]>`
    select ${applicationColumns}, ${rowVersion('a')} as version,
      date_trunc('milliseconds', clock_timestamp()) as now,
      (select row_to_json(c) from (${selectCohorts} where c.id = a.cohort_id) c) as cohort,
      (select e.until::text from deadline_extension e
        where e.cohort_id = a.cohort_id and e.applicant_id = a.applicant_id
          and e.withdrawn_at is null) as "extendedUntil",
      (select coalesce(json_agg(${documentInJson} order by d.uploaded_at, d.id), '[]'::json)
        from supporting_document d
        where d.application_id = a.id and (d.removed_at is null or d.scan = 'infected')) as uploaded,
      (select coalesce(json_agg(${requestInJson} order by r.number), '[]'::json)
        from information_request r where r.application_id = a.id) as requests,
      ${anchoringsOfOrganisation(Prisma.sql`a.answers #>> '{workplace,organisationNumber}'`)}
        as "ofOrganisation"
    from application a
    where a.reference = ${reference} and a.applicant_id = ${applicantId}::uuid`;
  return row === undefined ? null : ownCaseOf(platform, row);
}

/** The same, with the application's row locked for the rest of the transaction, and read after that. */
export async function lockOwnCase(
  tx: Tx,
  applicantId: UserId,
  reference: string,
): Promise<OwnCase | null> {
  if (!isReference(reference)) return null;
  await tx.prisma.$queryRaw`
    select id from application
    where reference = ${reference} and applicant_id = ${applicantId}::uuid ${andLock(tx)}`;
  return readOwnCase(tx, applicantId, reference);
}

/** What has been verified of a workplace, and what an own application has arrived with, if it has. */
export interface OwnClaim {
  readonly application: Pick<StoredApplication, 'state' | 'answers'>;
  readonly applicationDeadline: LocalDate;
  /** Of the workplace that is claimed; the newest first. */
  readonly anchorings: readonly StoredAnchoring[];
}

/** A workplace as an applicant claims it for their own application, saved or not; null for another's, and for none. */
export async function readOwnClaim(
  prisma: Prisma.TransactionClient,
  applicantId: UserId,
  reference: string,
  claim: ClaimedWorkplace,
): Promise<OwnClaim | null> {
  if (!isReference(reference)) return null;
  type Row = ApplicationRow & {
    readonly applicationDeadline: LocalDate;
    readonly ofOrganisation: readonly KeyedAnchoring[];
  };
  const [row] = await prisma.$queryRaw<Row[]>`
    select ${applicationColumns},
      (select c.application_deadline::text from cohort c where c.id = a.cohort_id)
        as "applicationDeadline",
      ${anchoringsOfOrganisation(Prisma.sql`${claim.organisationNumber}`)} as "ofOrganisation"
    from application a
    where a.reference = ${reference} and a.applicant_id = ${applicantId}::uuid`;
  if (row === undefined) return null;
  const { applicationDeadline, ofOrganisation } = row;
  const anchorings = anchoringsOfClaim(ofOrganisation, claim);
  return { application: applicationOf(row), applicationDeadline, anchorings };
}

function ownCaseOf(platform: Platform, row: OwnCaseRow): OwnCase {
  const application = applicationOf(row);
  const { workplace } = application.answers;
  const uploaded = row.uploaded.map(documentOfJson);
  const standing = uploaded.filter(({ removedAt }) => removedAt === null);
  const requests = row.requests.map((request) => requestOfJson(request, standing));
  const answered = new Set(
    requests.filter(({ state }) => state === 'answered').map(({ id }) => id),
  );
  return {
    application,
    version: row.version,
    cohort: { ...cohortFactsOf(row.cohort), extendedUntil: row.extendedUntil },
    now: platform.clock.of(row.now),
    documents: standing.filter(({ requestId }) => requestId === null || answered.has(requestId)),
    infected: uploaded.filter(({ scan }) => scan === 'infected'),
    requests,
    anchorings: workplace === null ? [] : anchoringsOfClaim(row.ofOrganisation, workplace),
  };
}
