import { isDeepStrictEqual } from 'node:util';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { readDocuments } from '../document-store';
import { forApplicant } from '../extension-store';
import { mayLeaveKyrOpen } from '../kyr-question';
import type { Answers } from '../rules/answers';
import { checkEditing, problemsOf, type EditingRefusal, type FormProblem } from '../rules/editing';
import { isLeftOpen, missingFor } from '../rules/eligibility';
import { sectionOf, type AnswerStep, type SectionOf } from '../rules/steps';
import {
  insertRevision,
  lastRevision,
  lockOwnApplication,
  storeAnswers,
  type StoredApplication,
} from '../store';
import { findOrMakeWorkplace } from '../workplace-store';

/** A step with the answers of its form. */
export type StepToSave = {
  [Step in AnswerStep]: {
    readonly reference: string;
    readonly step: Step;
    readonly answers: SectionOf<Step>;
    /** The step is to be complete («Lagre og fortsett»), not merely kept for later. */
    readonly mustBeComplete: boolean;
  };
}[AnswerStep];

export type SaveStepRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | EditingRefusal
  /** Questions of this step are left open, and it was to be complete. */
  | { readonly kind: 'step-incomplete'; readonly problems: readonly FormProblem[] }
  /** The application has been submitted: a change must leave it such that it could be submitted. */
  | { readonly kind: 'would-be-incomplete'; readonly problems: readonly FormProblem[] };

/**
 * Saves one step of the applicant's own application. A submitted application can be changed until the
 * deadline: each change is a revision, and its arrival stays as it was (rule 3). Two saves at once
 * follow each other, and neither takes the other's step away. Saving what is there already stores nothing.
 */
export async function saveStep(
  platform: Platform,
  actor: Actor,
  input: StepToSave,
): Promise<Result<{ readonly changed: boolean }, SaveStepRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  return inTransaction<{ changed: boolean }, SaveStepRefusal>(platform, async (tx) => {
    const application = await lockOwnApplication(tx, actor.userId, input.reference);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    if (application === null || cohort === null) return refuse({ kind: 'not-found' });
    const now = await tx.now();
    const own = await forApplicant(tx.prisma, cohort, actor.userId);
    const editing = checkEditing(application.state, own, now);
    if (!editing.ok) return editing;
    const answers: Answers = { ...application.answers, [sectionOf[input.step]]: input.answers };
    const documents = await readDocuments(tx.prisma, application.id);
    const missing = missingFor({
      answers,
      documented: documents.map((document) => document.documents),
      categories: cohort.programme.categories,
      today: localDateOf(now, cohort.zone),
      kyrIsKnown: await mayLeaveKyrOpen(tx.prisma, {
        application,
        answers,
        applicationDeadline: cohort.applicationDeadline,
      }),
    });
    const ofThisStep = missing.filter((item) => item.step === input.step);
    if (input.mustBeComplete && ofThisStep.some((item) => isLeftOpen[item.code])) {
      return refuse({ kind: 'step-incomplete', problems: problemsOf(ofThisStep, () => true) });
    }
    if (isDeepStrictEqual(answers, application.answers)) return ok({ changed: false });
    if (application.state === 'submitted' && missing.length > 0) {
      const problems = problemsOf(missing, (item) => item.step === input.step);
      return refuse({ kind: 'would-be-incomplete', problems });
    }
    await store(tx, actor, application, answers, input.step, now);
    return ok({ changed: true });
  });
}

async function store(
  tx: Tx,
  actor: Person,
  application: StoredApplication,
  answers: Answers,
  step: AnswerStep,
  now: Instant,
): Promise<void> {
  const isSubmitted = application.state === 'submitted';
  const workplaceId =
    isSubmitted && answers.workplace !== null
      ? await findOrMakeWorkplace(tx, answers.workplace, now)
      : application.workplaceId;
  await storeAnswers(tx, application, answers, now, workplaceId);
  const before = isSubmitted ? await lastRevision(tx.prisma, application.id) : null;
  if (before !== null) {
    const { id: applicationId } = application;
    const number = before + 1;
    await insertRevision(tx, { applicationId, number, answers, at: now, byId: actor.userId });
  }
  await appendEvent(tx, {
    actor,
    kind: isSubmitted ? 'application-changed' : 'application-draft-saved',
    subject: { type: 'application', id: application.id },
    cohortId: application.cohortId,
    ...(before === null ? {} : { before: { revision: before } }),
    after: { step, ...(before === null ? {} : { revision: before + 1 }) },
  });
}
