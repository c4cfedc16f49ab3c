/** Texts that are the same word in English and bokmål: names, and words that both languages have. */
export const sameInEnglish: ReadonlySet<string> = new Set(['common.appName']);
