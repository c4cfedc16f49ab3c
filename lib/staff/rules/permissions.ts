import type { Actor, Role } from '@/lib/kernel/actor';

/** What staff can do, and the roles that can. Everything not named here is for nobody. */
const permissions = {
  // Where each cohort stands, in figures.
  'read-cohorts': ['admin', 'officer', 'assessor', 'finance', 'reader'],
  'read-applications': ['admin', 'officer', 'assessor', 'reader'],
  'read-documents': ['admin', 'officer', 'assessor'],
  'verify-anchoring': ['admin', 'officer'],
  'extend-deadline': ['admin', 'officer'],
  'register-application': ['admin', 'officer'],
  'request-information': ['admin', 'officer'],
  'conclude-application': ['admin', 'officer'],
  'read-ranking': ['admin', 'officer', 'reader'],
  'change-ranking': ['admin', 'officer'],
  'release-admission': ['admin', 'officer'],
  'read-enrollments': ['admin', 'officer', 'finance', 'reader'],
  'manage-programmes': ['admin'],
  'grant-roles': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether an actor may do something. Jobs may do what their use case lets them: they pass. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  const allowed: readonly Role[] = permissions[permission];
  return actor.roles.some((role) => allowed.includes(role));
}

/** Whether somebody is staff at all. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.length > 0;
}
