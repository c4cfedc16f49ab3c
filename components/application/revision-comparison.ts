import type { DocumentSpan, MyRevision, MyRevisions } from '@/lib/application/queries/my-revisions';
import type { AnswerStep } from '@/lib/application/rules/steps';
import type { Locale } from '@/lib/kernel/locale';
import { answersInWords } from './answer-words';
import { changedLines, type ChangedLine } from './compare-lines';

export interface ComparedStep {
  readonly step: AnswerStep;
  readonly changes: readonly ChangedLine[];
}

/** Two versions beside each other. */
export interface Comparison {
  readonly from: MyRevision;
  readonly to: MyRevision;
  readonly steps: readonly ComparedStep[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Which two versions an address asks for (`?from=1&to=3`), the earlier first; the newest and the one
 * before it when it asks for none, or for some that are not there.
 */
export function chosenRevisions(
  revisions: MyRevisions['revisions'],
  sent: { readonly from: unknown; readonly to: unknown },
): { readonly from: MyRevision; readonly to: MyRevision } {
  const numbered = (number: unknown) =>
    revisions.find((revision) => String(revision.number) === number);
  const newest = revisions.at(-1) ?? revisions[0];
  const [a, b] = [numbered(sent.from), numbered(sent.to)];
  if (a !== undefined && b !== undefined && a !== b) {
    return a.number < b.number ? { from: a, to: b } : { from: b, to: a };
  }
  return { from: revisions.at(-2) ?? newest, to: newest };
}

/** What is different between two versions. Documents count to the next version, or to now. */
export function compareRevisions(
  locale: Locale,
  { revisions, documents, cohort }: MyRevisions,
  { from, to }: { readonly from: MyRevision; readonly to: MyRevision },
): Comparison {
  const { categories } = cohort.programme;
  const worded = ({ answers, work }: MyRevision) =>
    answersInWords(locale, { answers, work, categories, kyrIsKnown: true });
  const [before, after] = [worded(from), worded(to)];
  const isNewest = to === revisions.at(-1);
  const isBetween = (at: Date | null) => at !== null && at > from.at && (isNewest || at <= to.at);
  const names = (spans: readonly DocumentSpan[]) => spans.map(({ filename }) => filename);
  return {
    from,
    to,
    steps: after.map(({ step, answers }, index) => ({
      step,
      changes: ofTheWriter(changedLines(linesOf(before[index]?.answers ?? []), linesOf(answers))),
    })),
    added: names(documents.filter((span) => isBetween(span.from) && !isBetween(span.to))),
    removed: names(documents.filter((span) => isBetween(span.to) && !isBetween(span.from))),
  };
}

/** Work is counted to the day of each version: a sum that grew because time went by is nobody's change. */
function ofTheWriter(changes: readonly ChangedLine[]): readonly ChangedLine[] {
  const isOtherWork = changes.some(({ key }) => key === 'workPeriods');
  return isOtherWork ? changes : changes.filter(({ key }) => key !== 'work-total');
}

function linesOf(answers: ReturnType<typeof answersInWords>[number]['answers']) {
  return answers.map(({ field, term, value }) => ({
    key: field,
    term,
    value: typeof value === 'string' ? value : value.join('\n'),
  }));
}
