import type { Locale, Localized } from '@/lib/kernel/locale';
import { en } from './en';
import type { SlipWords } from './fragments';
import { nb } from './nb';
import { nn } from './nn';

const words: Localized<SlipWords> = { nb, nn, en };

/** The slip's words in one language. */
export function slipWords(locale: Locale): SlipWords {
  return words[locale];
}
