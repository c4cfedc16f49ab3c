import { ok, refuse, type Result } from '@/lib/kernel/result';

/** One word only, where a full name is asked for. */
export interface NameNotFull {
  readonly kind: 'name-not-full';
}

/** The name typed has nothing in common with the applicant's. */
export interface NameNotYours {
  readonly kind: 'name-not-yours';
  readonly name: string;
}

/**
 * Whether a typed name signs for the applicant: a full name (two words, or all of a name that has
 * only one) that shares a word with the name on the application. Case, accents and hyphens do not
 * matter: names are written in more ways than one, and a name changed by marriage still signs.
 */
export function checkSignature(
  typed: string,
  applicantName: string,
): Result<string, NameNotFull | NameNotYours> {
  const signed = typed.trim().replace(/\s+/gu, ' ');
  const typedWords = wordsOf(signed);
  const knownWords = wordsOf(applicantName);
  if (!typedWords.some((word) => knownWords.includes(word))) {
    return refuse({ kind: 'name-not-yours', name: applicantName });
  }
  if (typedWords.length < Math.min(2, knownWords.length)) return refuse({ kind: 'name-not-full' });
  return ok(signed);
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
