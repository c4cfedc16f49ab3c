import type { UserId } from './ids';
import type { Locale } from './locale';

/** The roles of admissions staff. `officer` decides, `assessor` scores, `reader` reads. */
export const roles = ['admin', 'officer', 'assessor', 'finance', 'reader'] as const;

export type Role = (typeof roles)[number];

/** Somebody who is signed in. Without roles they are an applicant. */
export interface Person {
  readonly kind: 'person';
  readonly userId: UserId;
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
  readonly roles: readonly Role[];
}

/** A job or the first start: acts on rules alone, and says so in the audit. */
export interface SystemActor {
  readonly kind: 'system';
  readonly job: string;
}

export type Actor = Person | SystemActor;
