import type { Result } from '@/lib/kernel/result';

/** An organisation, or one of its units, as a public register has it. */
export interface RegisteredUnit {
  /** Nine digits, the unit's own. */
  readonly organisationNumber: string;
  readonly name: string;
  /** A sub-entity is a place of business of its parent. */
  readonly kind: 'entity' | 'sub-entity';
  readonly parent: { readonly organisationNumber: string; readonly name: string } | null;
  /** The postal town, or the municipality. */
  readonly place: string | null;
}

/** The register does not answer, or not so that it can be read. Nobody is to be stopped by it. */
export interface RegisterUnavailable {
  readonly kind: 'register-unavailable';
}

/** A register of organisations. It is told what is searched for, and nothing of who searches. */
export interface BusinessRegister {
  /** At most ten organisations and as many units with the words in their names, none of them deleted. */
  search(name: string): Promise<Result<readonly RegisteredUnit[], RegisterUnavailable>>;
  /** The one with a number, and an organisation's units after it; none for a number not in use. */
  find(organisationNumber: string): Promise<Result<readonly RegisteredUnit[], RegisterUnavailable>>;
}
