import type { Person } from '@/lib/kernel/actor';
import { sha256 } from '../ids';
import type { Typed } from './nest-fields';

/** The hidden field by which a form says whom it was shown to. */
const field = '_for';

/**
 * A person's mark on the forms that they are shown: tells two persons of one browser apart, and names neither.
 * It gives no right to anything; whoever is signed in does.
 */
export function markOf({ userId }: Pick<Person, 'userId'>): string {
  return sha256(`form:${userId}`).slice(0, 16);
}

/** Whom a form was shown to, as it says itself (null when it says nothing that could be true), and the rest of it. */
export function takeShownTo({ [field]: given, ...typed }: Typed): {
  readonly shownTo: string | null;
  readonly typed: Typed;
} {
  const [mark] = given ?? [];
  return { shownTo: mark !== undefined && /^[0-9a-f]{16}$/.test(mark) ? mark : null, typed };
}
