import type { Prisma } from '@/prisma/generated/client';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { applicationStates, stateForApplicant } from '../rules/states';
import type { StoredApplication } from '../store';
import { applicantEvents } from './my-timeline';

/** Something that somebody did with an application, as the record has it. */
export interface CaseEvent {
  readonly at: Instant;
  readonly kind: string;
  /** Whose act it was, by name; the job's when `bySystem`. */
  readonly actor: string;
  readonly bySystem: boolean;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a reader may know of a case: see `awaitsOwnAnswer`. */
export interface CaseReader {
  /** They have applied to the same cohort, and its answers are not out. */
  readonly awaitsOwnAnswer: boolean;
  /** And this is the application that they await it for. */
  readonly isSecret: boolean;
}

/**
 * What was done with the case, its offers and its enrollment, and what was verified of its workplace. Whoever
 * awaits an answer of their own is told of no move in the ranking, since others' places tell of theirs; and of
 * their own case no more than applicants are, without the reasons that staff wrote for each other.
 */
export async function readCaseEvents(
  platform: Platform,
  { id: applicationId, applicantId, cohortId, workplaceId }: StoredApplication,
  { awaitsOwnAnswer, isSecret }: CaseReader,
): Promise<CaseEvent[]> {
  const [offers, enrollments] = await Promise.all([
    platform.db.offer.findMany({ where: { applicationId }, select: { id: true } }),
    platform.db.enrollment.findMany({ where: { applicationId }, select: { id: true } }),
  ]);
  const subjects: Prisma.AuditEventWhereInput[] = [
    {
      subjectType: 'application',
      subjectId: applicationId,
      ...(isSecret ? { kind: { in: [...applicantEvents] } } : {}),
    },
    { subjectType: 'user', subjectId: applicantId, cohortId, kind: 'deadline-extended' },
    ...offers.map(({ id }) => ({ subjectType: 'offer', subjectId: id })),
    ...enrollments.map(({ id }) => ({ subjectType: 'enrollment', subjectId: id })),
    ...(workplaceId === null ? [] : [{ subjectType: 'workplace', subjectId: workplaceId }]),
  ];
  const rows = await platform.db.auditEvent.findMany({
    where: {
      OR: subjects,
      NOT: [
        // A draft's comings and goings are the applicant's own, and so is an answer that is not sent.
        { kind: { in: ['application-draft-saved', 'information-request-answer-saved'] } },
        ...(awaitsOwnAnswer ? [{ kind: { startsWith: 'ranking-' } }] : []),
      ],
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ at, kind, actorKind, actorId, actorLabel, subjectType, ...row }) => {
    const isUnexplained = isSecret && subjectType === 'application' && actorId !== applicantId;
    const recorded = isSecret ? asApplicantsKnow : (facts: unknown) => facts;
    return {
      at,
      kind,
      actor: actorLabel,
      bySystem: actorKind === 'system',
      reason: isUnexplained ? null : row.reason,
      before: recorded(row.before),
      after: recorded(row.after),
    };
  });
}

/** What an event wrote down, with the state that it tells of as applicants know it: one is withdrawn from some state. */
function asApplicantsKnow(recorded: unknown): unknown {
  if (typeof recorded !== 'object' || recorded === null || !('state' in recorded)) return recorded;
  const state = applicationStates.find((each) => each === recorded.state);
  return state === undefined ? recorded : { ...recorded, state: stateForApplicant(state) };
}
