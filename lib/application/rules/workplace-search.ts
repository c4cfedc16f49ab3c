import { normalText } from '@/lib/kernel/normal-text';
import { compactOrganisationNumber, isOrganisationNumber } from '@/lib/kernel/organisation-number';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { LocalDate } from '@/lib/kernel/time';

/** The fewest letters or figures that are searched for, and the longest search, in UTF-16 units. */
export const searchLimits = { minimum: 3, maximum: 100, words: 8 } as const;

/** What one searches a register for. */
export type WorkplaceQuery =
  | { readonly by: 'number'; readonly organisationNumber: string }
  /** Words of which every one must begin a word of the name, in any order. */
  | { readonly by: 'name'; readonly name: string; readonly words: readonly string[] };

export type WorkplaceQueryRefusal =
  | { readonly kind: 'search-empty' }
  | { readonly kind: 'search-too-short'; readonly minimum: number }
  | { readonly kind: 'search-too-long'; readonly maximum: number }
  | { readonly kind: 'search-illegal-characters' }
  /** Nine figures that no organisation can have. */
  | { readonly kind: 'not-an-organisation-number' };

/** A workplace that a search has found. */
export interface FoundWorkplace {
  readonly employer: string;
  readonly organisationNumber: string;
  /** Empty for an organisation as a whole. */
  readonly unit: string;
  /** Where it is, when a public register says so. */
  readonly place: string | null;
  /** Staff have verified that it is anchored on the application deadline (rule 5): since when. */
  readonly anchoredSince: LocalDate | null;
}

/** Reads what was typed into the search field; whatever was typed, the answer is a search or a sentence. */
export function readWorkplaceQuery(typed: string): Result<WorkplaceQuery, WorkplaceQueryRefusal> {
  const { minimum, maximum } = searchLimits;
  if (!typed.isWellFormed() || /\p{Cc}|\p{Cf}/u.test(typed.trim())) {
    return refuse({ kind: 'search-illegal-characters' });
  }
  const name = normalText(typed).trim().replace(/\s+/gu, ' ');
  if (name === '') return refuse({ kind: 'search-empty' });
  if (name.length > maximum) return refuse({ kind: 'search-too-long', maximum });
  const digits = compactOrganisationNumber(name);
  if (/^\d{9}$/.test(digits)) {
    return isOrganisationNumber(digits)
      ? ok({ by: 'number', organisationNumber: digits })
      : refuse({ kind: 'not-an-organisation-number' });
  }
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.join('').replace(/\p{M}/gu, '').length < minimum)
    return refuse({ kind: 'search-too-short', minimum });
  return ok({ by: 'name', name, words: words.slice(0, searchLimits.words) });
}

/** Which button the workplace form was sent by. */
export type PressedButton = 'continue' | 'later' | 'search' | 'choose' | 'other';

/** The part of the form that decides it. */
export interface SearchPart {
  readonly intent: string;
  /** What stands in the search field, and what was last searched for. */
  readonly search: string;
  readonly searched: string;
}

/** The value of the button that Enter presses, and the beginning of a choice's. */
export const enterIntent = 'enter';
export const chooseIntent = 'choose ';

/**
 * Enter in any field presses the form's first button. It means to search when something new stands in
 * the search field, and to go on when not.
 */
export function pressedButton({ intent, search, searched }: SearchPart): PressedButton {
  if (intent === enterIntent) {
    return search.trim() !== '' && search.trim() !== searched.trim() ? 'search' : 'continue';
  }
  if (intent.startsWith(chooseIntent)) return 'choose';
  if (intent === 'search' || intent === 'later' || intent === 'continue') return intent;
  return intent === '' ? 'continue' : 'other';
}
