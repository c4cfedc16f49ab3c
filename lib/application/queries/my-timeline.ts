import type { Person } from '@/lib/kernel/actor';
import { parseLocalDate, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { registeredWays, type RegisteredWay } from '../rules/registration';
import type { ApplicationStep } from '../rules/steps';
import { readOwnApplication, type StoredApplication } from '../store';

/** What an applicant may be told of their own case, of what this room knows. */
export const applicantEvents = [
  'application-started',
  'application-submitted',
  'application-registered',
  'application-changed',
  'document-attached',
  'document-removed',
  'infected-document-removed',
  'application-withdrawn',
  'application-withdrawal-undone',
  'draft-deleted',
  'draft-erased',
  'information-requested',
  'information-request-reminded',
  'information-request-answered',
  'information-request-withdrawn',
  'deadline-extended',
] as const;

export type ApplicantEventKind = (typeof applicantEvents)[number];

/** Something that has happened in the applicant's case. */
export interface ApplicantEvent {
  readonly at: Instant;
  readonly kind: ApplicantEventKind;
  /** The step that was changed, of an 'application-changed'. */
  readonly step: ApplicationStep | null;
  /** The file's name, of a document's coming or going. */
  readonly filename: string | null;
  /** The number of the request for more that it is about. */
  readonly request: number | null;
  /** The revision that a change made. */
  readonly revision: number | null;
  /** How an application that staff registered had come. */
  readonly way: RegisteredWay | null;
  /** The last day of a later deadline. */
  readonly until: LocalDate | null;
  /** The applicant's own act; otherwise the staff's, or the system's. */
  readonly own: boolean;
}

/**
 * What has happened in one's own case, the oldest first; null for anybody else's and for none. Read by the
 * page that tells it alone: it grows with every save.
 */
export async function myTimeline(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<ApplicantEvent[] | null> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  if (application === null) return null;
  const events = await readEvents(platform, application);
  // What files were called is erased with them.
  return application.erasedAt === null
    ? events
    : events.filter(({ filename }) => filename === null);
}

async function readEvents(
  platform: Platform,
  { id: applicationId, applicantId, cohortId }: StoredApplication,
): Promise<ApplicantEvent[]> {
  const files = await platform.db.supportingDocument.findMany({
    where: { applicationId },
    select: { id: true, filename: true },
  });
  const names = new Map(files.map(({ id, filename }) => [id, filename]));
  const rows = await platform.db.auditEvent.findMany({
    where: {
      OR: [
        {
          subjectType: 'application',
          subjectId: applicationId,
          kind: { in: [...applicantEvents] },
        },
        // A later deadline is the person's, and holds for the cohort.
        { subjectType: 'user', subjectId: applicantId, cohortId, kind: 'deadline-extended' },
      ],
    },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => {
    const facts = { ...(row.before as EventFacts | null), ...(row.after as EventFacts | null) };
    return {
      at: row.at,
      kind: row.kind as ApplicantEventKind,
      step: facts.step ?? null,
      filename: (facts.documentId === undefined ? null : names.get(facts.documentId)) ?? null,
      request: facts.number ?? facts.request ?? null,
      revision: facts.revision ?? null,
      way: registeredWays.find((way) => way === facts.way) ?? null,
      until: facts.until === undefined ? null : parseLocalDate(facts.until),
      own: row.actorId === applicantId,
    };
  });
}

/** What this room's use cases write into an event, as far as applicants read it. */
interface EventFacts {
  readonly step?: ApplicationStep;
  readonly documentId?: string;
  readonly number?: number;
  readonly request?: number;
  readonly revision?: number;
  readonly way?: string;
  readonly until?: string;
}
