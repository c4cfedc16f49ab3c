import { isDeepStrictEqual } from 'node:util';
import { eventInsert } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, writeIfUnchanged, writeTogether, type Tx } from '@/lib/platform/database';
import { andUnchanged } from '@/lib/platform/locks';
import { autosaveOf, isAutosaveTold } from '../autosave-event';
import { mayLeaveKyrOpen } from '../kyr-store';
import { lockOwnCase, readOwnCase, type OwnCase } from '../own-case-store';
import { emptySections, type Answers } from '../rules/answers';
import { checkEditing, problemsOf, type EditingRefusal, type FormProblem } from '../rules/editing';
import { isLeftOpen, missingFor, type Missing } from '../rules/eligibility';
import { mergeSection, type Merged, type Prints } from '../rules/merging';
import { sectionOf, type AnswerStep, type SectionOf } from '../rules/steps';
import { printOf, printsOf, writePrints } from '../section-prints';
import { answersUpdate, insertRevision, lastRevision, type StoredApplication } from '../store';
import { findOrMakeWorkplace } from '../workplace-store';

/** A step with the answers of its form. */
export type StepToSave = {
  [Step in AnswerStep]: {
    readonly reference: string;
    readonly step: Step;
    readonly answers: SectionOf<Step>;
    /** The step is to be complete («Lagre og fortsett»), not merely kept for later. */
    readonly mustBeComplete: boolean;
    /** The prints of what the form showed; without them, what is sent is what is saved. */
    readonly shown?: Prints;
    /** The page sent it by itself: a draft's alone, and not the fields that could not be read. */
    readonly autosave?: { readonly unread: readonly string[] };
  };
}[AnswerStep];

export interface SavedStep {
  readonly changed: boolean;
  /** The answers as they now stand, and what is missing on the step that was saved. */
  readonly answers: Answers;
  readonly missing: readonly Missing[];
  readonly at: Instant;
  /** The cohort's zone, to say the time in. */
  readonly zone: string;
  /** Changed by another window since the form was shown, untouched in it, and so left as they are. */
  readonly kept: readonly string[];
  /** The prints that the form should carry from now on. */
  readonly prints: Prints;
}

export type SaveStepRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | EditingRefusal
  /** What has been sent is only changed by pressing a button. */
  | { readonly kind: 'autosave-of-sent' }
  /** Changed here and in another window, differently: a problem a field, and one that says what to show. */
  | { readonly kind: 'changed-elsewhere'; readonly problems: readonly FormProblem[] }
  /** Questions of this step are left open, and it was to be complete. */
  | { readonly kind: 'step-incomplete'; readonly problems: readonly FormProblem[] }
  /** The application has been submitted: a change must leave it such that it could be submitted. */
  | { readonly kind: 'would-be-incomplete'; readonly problems: readonly FormProblem[] };

/**
 * Saves one step of the applicant's own application. A submitted application can be changed until the
 * deadline: each change is a revision, and its arrival stays as it was (rule 3). Two saves at once
 * follow each other, and neither takes the other's step away; of the same step, neither takes away what
 * only the other has changed. Saving what is there already stores nothing.
 */
export async function saveStep(
  platform: Platform,
  actor: Actor,
  input: StepToSave,
): Promise<Result<SavedStep, SaveStepRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const withoutLock = await saveDraft(platform, actor, input);
  if (withoutLock !== 'not-without-lock') return withoutLock;
  return inTransaction<SavedStep, SaveStepRefusal>(platform, async (tx) => {
    const own = await lockOwnCase(tx, actor.userId, input.reference);
    const saved = await checkStep(tx.prisma, own, input);
    if (saved.ok && saved.value.changed && own !== null) {
      await store(tx, actor, own, saved.value, input);
    }
    return saved;
  });
}

/**
 * Saves a step of a draft without holding anybody up: it is read, and written only if it is still as it was
 * read. Most saves are of drafts that nobody else has open, and a lock, with its transaction round it, would
 * double what they cost.
 */
async function saveDraft(
  platform: Platform,
  actor: Person,
  input: StepToSave,
): Promise<Result<SavedStep, SaveStepRefusal> | 'not-without-lock'> {
  const reader = { platform, prisma: platform.db };
  const own = await readOwnCase(reader, actor.userId, input.reference);
  if (own !== null && own.application.state !== 'draft') return 'not-without-lock';
  const saved = await checkStep(platform.db, own, input);
  if (own === null || !saved.ok || !saved.value.changed) return saved;
  const { application, version, now } = own;
  const { answers } = saved.value;
  const isTold = await isTheSaveTold(platform.db, application, input, now);
  const unchanged = andUnchanged(platform, version);
  const isWritten = await writeIfUnchanged(
    platform,
    answersUpdate(application, answers, now, application.workplaceId, unchanged),
    (written) => (isTold ? [] : [eventInsert(eventOf(actor, own, input, null), written)]),
  );
  return isWritten ? saved : 'not-without-lock';
}

/** Whether a step may be saved, and what the answers are then: `changed` says whether there is anything to store. */
async function checkStep(
  prisma: Tx['prisma'],
  own: OwnCase | null,
  input: StepToSave,
): Promise<Result<SavedStep, SaveStepRefusal>> {
  if (own === null) return refuse({ kind: 'not-found' });
  const { application, cohort, now, documents } = own;
  const editing = checkEditing(application.state, cohort, now);
  if (!editing.ok) return editing;
  if (input.autosave !== undefined && application.state !== 'draft') {
    return refuse({ kind: 'autosave-of-sent' });
  }
  const merged = mergedSection(application, input);
  const { kept, prints, conflicts } = merged;
  if (conflicts.length > 0) {
    return refuse({ kind: 'changed-elsewhere', problems: problemsOfConflict(merged) });
  }
  const answers: Answers = { ...application.answers, [sectionOf[input.step]]: merged.section };
  const missing = missingFor({
    answers,
    documented: documents.map((document) => document.documents),
    categories: cohort.programme.categories,
    today: localDateOf(now, cohort.zone),
    kyrIsKnown: await mayLeaveKyrOpen(prisma, {
      application,
      answers,
      applicationDeadline: cohort.applicationDeadline,
    }),
  });
  const ofThisStep = missing.filter((item) => item.step === input.step);
  if (input.mustBeComplete && ofThisStep.some((item) => isLeftOpen[item.code])) {
    return refuse({ kind: 'step-incomplete', problems: problemsOf(ofThisStep, () => true) });
  }
  const changed = !isDeepStrictEqual(answers, application.answers);
  if (changed && application.state === 'submitted' && missing.length > 0) {
    const problems = problemsOf(missing, (item) => item.step === input.step);
    return refuse({ kind: 'would-be-incomplete', problems });
  }
  return ok({ changed, answers, missing: ofThisStep, at: now, zone: cohort.zone, kept, prints });
}

interface MergedStep extends Merged<object> {
  /** What the form should carry after a save. */
  readonly prints: Prints;
  /** The prints of what is stored. */
  readonly stored: Prints;
}

/** What is sent with what is stored: an older form takes nothing away that another window has saved since. */
function mergedSection(application: StoredApplication, input: StepToSave): MergedStep {
  const name = sectionOf[input.step];
  const stored: object = application.answers[name] ?? emptySections[name];
  const shown = input.shown ?? {};
  const typed: Record<string, unknown> = { ...input.answers };
  const unread = (input.autosave?.unread ?? []).filter((field) => field in stored);
  for (const field of unread) typed[field] = stored[field as keyof typeof stored];
  const merged = mergeSection<object>({ stored, typed, shown }, printOf);
  const prints: Record<string, string> = { ...printsOf(merged.section) };
  // The form still shows what it showed there: it is to go on being compared with that.
  for (const field of [...merged.kept, ...unread]) {
    const before = shown[field];
    if (before !== undefined) prints[field] = before;
  }
  return { ...merged, prints, stored: printsOf(stored) };
}

/**
 * A problem for each field that both have changed. The one of the form as a whole says what the form is to
 * carry when it comes back, as it will then show what the other window saved: the prints of that, and the
 * fields that it had not touched and should show anew.
 */
function problemsOfConflict({ conflicts, kept, stored }: MergedStep): FormProblem[] {
  const code = 'changed-elsewhere';
  return [
    { field: '', code, params: { shown: writePrints(stored), kept: kept.join('.') } },
    ...conflicts.map((field) => ({ field, code, params: {} })),
  ];
}

/** Stores a change under the application's lock; of what has been sent, with its revision (rule 3). */
async function store(
  tx: Tx,
  actor: Person,
  own: OwnCase,
  { answers }: SavedStep,
  input: StepToSave,
): Promise<void> {
  const { application, now } = own;
  const isSubmitted = application.state === 'submitted';
  const workplaceId =
    isSubmitted && answers.workplace !== null
      ? await findOrMakeWorkplace(tx, answers.workplace, now)
      : application.workplaceId;
  const before = isSubmitted ? await lastRevision(tx.prisma, application.id) : null;
  if (before !== null) {
    const { id: applicationId } = application;
    const number = before + 1;
    await insertRevision(tx, { applicationId, number, answers, at: now, byId: actor.userId });
  }
  const update = answersUpdate(application, answers, now, workplaceId);
  const isTold = await isTheSaveTold(tx.prisma, application, input, now);
  await writeTogether(
    tx,
    isTold ? [update] : [update, eventInsert(eventOf(actor, own, input, before))],
  );
}

const draftSaved = 'application-draft-saved';

/** The event of a save; with the revision before it, of a change to what has been sent. */
function eventOf(
  actor: Person,
  { application, now }: OwnCase,
  { step, autosave }: StepToSave,
  before: number | null,
) {
  return {
    actor,
    at: now,
    kind: before === null ? draftSaved : 'application-changed',
    subject: { type: 'application', id: application.id },
    cohortId: application.cohortId,
    ...(before === null ? {} : { before: { revision: before } }),
    after: {
      ...(autosave === undefined ? { step } : autosaveOf({ step })),
      ...(before === null ? {} : { revision: before + 1 }),
    },
  };
}

/** Whether it is told already that this page saves by itself, as only a draft's does. */
async function isTheSaveTold(
  prisma: Tx['prisma'],
  { id: applicationId }: StoredApplication,
  { step, autosave }: StepToSave,
  now: Instant,
): Promise<boolean> {
  if (autosave === undefined) return false;
  return isAutosaveTold(prisma, { applicationId, kind: draftSaved, what: { step }, now });
}
