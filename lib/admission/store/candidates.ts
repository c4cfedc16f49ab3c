import type { Prisma } from '@/prisma/generated/client';
import { readAnswers } from '@/lib/application/rules/answers';
import {
  applicationMoves,
  receivedStates,
  type ApplicationState,
} from '@/lib/application/rules/states';
import { asId, type ApplicationId, type UserId } from '@/lib/kernel/ids';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, type Instant } from '@/lib/kernel/time';
import type { RankingFacts } from '../rules/ranking';

/** The database, in a transaction or not: reads are the same. */
export type Reader = Prisma.TransactionClient;

/** An application that has been received, as admission reads it. */
export interface Candidate {
  readonly applicationId: ApplicationId;
  readonly reference: string;
  readonly state: ApplicationState;
  readonly name: string;
  readonly email: string;
  readonly userId: UserId;
  /** The language of letters to the applicant. */
  readonly locale: Locale;
  readonly categoryNumber: number | null;
  /** "Employer, unit"; null when the application names none. */
  readonly workplace: string | null;
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
  /** The reason of the conclusion that stands; null before one. */
  readonly conclusionReason: string | null;
  readonly anchorings: RankingFacts['anchorings'];
}

const candidateSelect = {
  id: true,
  reference: true,
  state: true,
  answers: true,
  applicantName: true,
  categoryNumber: true,
  receivedAt: true,
  arrivalNumber: true,
  applicant: { select: { id: true, name: true, email: true, locale: true } },
  workplace: {
    select: {
      employer: true,
      unit: true,
      anchorings: { select: { from: true, to: true, withdrawnAt: true } },
    },
  },
  conclusions: { where: { replacedAt: null }, select: { reason: true }, take: 1 },
} as const satisfies Prisma.ApplicationSelect;

type CandidateRow = Prisma.ApplicationGetPayload<{ select: typeof candidateSelect }>;

/**
 * The applications of a cohort that have been received, in the order of arrival: those that live, and those
 * withdrawn after they had a place in the locked ranking (`alsoIds`).
 */
export async function readCandidates(
  prisma: Reader,
  cohortId: string,
  alsoIds: readonly string[] = [],
): Promise<Candidate[]> {
  const rows = await prisma.application.findMany({
    where: {
      cohortId,
      receivedAt: { not: null },
      OR: [{ state: { in: receivedStates } }, { id: { in: [...alsoIds] } }],
    },
    select: candidateSelect,
    orderBy: [{ receivedAt: 'asc' }, { arrivalNumber: 'asc' }],
  });
  return rows.map(candidateOf);
}

/** What the ranking rests on for one application. No cohort scores applications yet. */
export function rankingFactsOf(candidate: Candidate): RankingFacts {
  const { applicationId, receivedAt, arrivalNumber, workplace, anchorings } = candidate;
  return {
    applicationId,
    receivedAt,
    arrivalNumber,
    workplace,
    anchorings,
    assessmentScore: null,
  };
}

function candidateOf(row: CandidateRow): Candidate {
  if (row.receivedAt === null || row.arrivalNumber === null) {
    throw new Error(`Application ${row.id} was received without a moment or a number.`);
  }
  const { applicant, workplace } = row;
  const { aboutYou } = readAnswers(row.answers);
  const ownLocale = isLocale(applicant.locale) ? applicant.locale : defaultLocale;
  return {
    applicationId: asId(row.id),
    reference: row.reference,
    state: parseState(applicationMoves, row.state),
    name: row.applicantName ?? applicant.name ?? applicant.email,
    email: applicant.email,
    userId: asId(applicant.id),
    locale: aboutYou?.preferredLanguage ?? ownLocale,
    categoryNumber: row.categoryNumber,
    workplace: workplace === null ? null : `${workplace.employer}, ${workplace.unit}`,
    receivedAt: row.receivedAt,
    arrivalNumber: row.arrivalNumber,
    conclusionReason: row.conclusions[0]?.reason ?? null,
    anchorings: (workplace?.anchorings ?? []).map((anchoring) => ({
      from: fromDateColumn(anchoring.from),
      to: anchoring.to === null ? null : fromDateColumn(anchoring.to),
      withdrawnAt: anchoring.withdrawnAt,
    })),
  };
}
