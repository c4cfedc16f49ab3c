/** Something to correct: the `id` of the field it belongs to, and what to do, in the reader's words. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  /** The page where it is put right, when that is another one. */
  readonly href?: string;
  /** Nothing to correct, only to know: what was sent did not arrive for another reason. */
  readonly isNews?: true;
  /** Said by a notice of its own on top of the page: stands at its field alone, not in the error summary. */
  readonly isSaidAbove?: true;
}
