import { createTranslator } from 'use-intl/core';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import { areas, type AppTexts, type Area } from './areas';

/** `t('key')`, `t('key', { name })` for ICU arguments, `t.rich('key', { b: (c) => <b>{c}</b> })`. */
export type Texts<A extends Area> = ReturnType<typeof createTranslator<AppTexts[A]>>;

const made = new Map<string, unknown>();

/**
 * The texts of one area in one language; keys are checked by TypeScript against bokmål.
 * Everything stays on the server. @throws Error for a key without a text, or a missing argument.
 */
export function getTexts<A extends Area>(locale: Locale, area: A): Texts<A> {
  const key = `${locale}/${area}`;
  let texts = made.get(key);
  if (texts === undefined) {
    texts = createTranslator<AppTexts[A]>({
      locale: languageTag(locale),
      messages: areas[area][locale] as AppTexts[A],
      timeZone: 'Europe/Oslo',
      onError: (error) => {
        throw new Error(`${key}: ${error.message}`);
      },
    });
    made.set(key, texts);
  }
  return texts as Texts<A>;
}
