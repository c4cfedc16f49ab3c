/** The languages of every page, letter and PDF: bokmål, nynorsk (by law for public bodies), English. */
export const locales = ['nb', 'nn', 'en'] as const;

export type Locale = (typeof locales)[number];

/** A text in all three languages; one missing is a type error. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

export const defaultLocale: Locale = 'nb';

/** Whether a string, from a path or a row, names one of our languages. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** The tag for `lang` attributes and Intl: "nb", "nn", "en-GB" (day before month, 24 hours). */
export function languageTag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}
