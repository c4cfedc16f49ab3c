/** Something to correct: the `id` of the field it belongs to, and what to do, in the reader's words. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  /** Nothing to correct, only to know: what was sent did not arrive for another reason. */
  readonly isNews?: true;
}
