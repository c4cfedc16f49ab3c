/** A question with its answer, as two versions of an application are compared by. */
export interface ComparedLine {
  readonly key: string;
  readonly term: string;
  readonly value: string;
}

export interface ChangedLine {
  readonly key: string;
  readonly term: string;
  /** Empty where there was no answer, or no such question. */
  readonly before: string;
  readonly after: string;
}

/**
 * What is otherwise in the later version, in the order of its questions; then what only the earlier one
 * answered. A question without an answer is as good as none.
 */
export function changedLines(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): ChangedLine[] {
  const was = new Map(before.map(({ key, value }) => [key, value]));
  const now = new Set(after.map(({ key }) => key));
  return [
    ...after.map(({ key, term, value }) => ({
      key,
      term,
      before: was.get(key) ?? '',
      after: value,
    })),
    ...before
      .filter(({ key }) => !now.has(key))
      .map(({ key, term, value }) => ({ key, term, before: value, after: '' })),
  ].filter((line) => line.before !== line.after);
}
