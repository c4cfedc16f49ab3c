import type { Locale } from './locale';

/** A programme's name inside a sentence or after another word: an English one's own article is written small there. */
export function nameInText(name: string, locale: Locale): string {
  return locale === 'en' ? name.replace(/^The /, 'the ') : name;
}
