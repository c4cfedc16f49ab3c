import { createElement } from 'react';
import { render } from 'react-email';
import type { Locale } from '@/lib/kernel/locale';
import { LetterFrame } from './frame';
import type { LetterContent } from './letter-content';
import { plainText } from './plain-text';

/** A letter as it is stored and sent: its subject, and its body twice. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Puts a letter's content into the shared frame, as HTML and as plain text with the same words. */
export async function renderLetter(
  locale: Locale,
  content: LetterContent,
): Promise<RenderedLetter> {
  return {
    subject: content.subject,
    html: await render(createElement(LetterFrame, { locale, content })),
    text: plainText(locale, content),
  };
}
