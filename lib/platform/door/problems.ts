import type { z } from 'zod';
import type { Refusal } from '@/lib/kernel/result';

/**
 * One thing that is wrong with what was sent. `code` is kebab-case and worded once per language;
 * `field` is the form's name for the field ("work.0.from"), or "" for the form as a whole.
 */
export interface Problem {
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Issue = z.core.$ZodIssue;

function paramsOf(issue: Issue): Problem['params'] {
  const given: Record<string, unknown> =
    issue.code === 'custom' ? (issue.params ?? {}) : { ...issue };
  const params: Record<string, string | number> = {};
  for (const key of ['minimum', 'maximum', 'earliest', 'latest']) {
    const value = given[key];
    if (typeof value === 'number' || typeof value === 'string') params[key] = value;
  }
  return params;
}

/** The problems of a refused parse: zod's messages are our codes. One problem a field, the first. */
export function problemsOfParse(error: z.ZodError): Problem[] {
  const byField = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (byField.has(field)) continue;
    const code = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : 'malformed';
    byField.set(field, { field, code, params: paramsOf(issue) });
  }
  return [...byField.values()];
}

/** A use case's refusal as a problem of the form, or of one field. Its simple facts become the wording's. */
export function problemOfRefusal(refusal: Refusal, field = ''): Problem {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(refusal)) {
    if (key === 'kind') continue;
    if (typeof value === 'string' || typeof value === 'number') params[key] = value;
  }
  return { field, code: refusal.kind, params };
}

/** A refusal that brings its own list of problems, as a formally incomplete application does. */
export interface RefusalWithProblems extends Refusal {
  readonly problems: readonly Problem[];
}

/** Whether a refusal brings its own problems. */
export function bringsProblems(refusal: Refusal): refusal is RefusalWithProblems {
  return 'problems' in refusal && Array.isArray(refusal.problems);
}
