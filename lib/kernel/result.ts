/** An expected refusal: a kebab-case kind with the facts that its wording needs. Never an exception. */
export interface Refusal {
  readonly kind: string;
}

/** What a rule or a use case answers: a value, or a refusal that the caller must word. */
export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** The act succeeded with this value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The act was refused for an expected reason. */
export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
