import { LRUCache } from 'lru-cache';
import { createElement } from 'react';
import { render } from 'react-email';
import type { Locale } from '@/lib/kernel/locale';
import { LetterFrame } from './frame';
import type { LetterContent } from './letter-content';
import { fillForm, markLetter } from './letter-form';
import { plainText } from './plain-text';

/** A letter as it is stored and sent: its subject, and its body twice. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Forms of letters that have been rendered, by language and form. */
const forms = new LRUCache<string, string>({ max: 500 });

/** Puts a letter's content into the shared frame, as HTML and as plain text with the same words. */
export async function renderLetter(
  locale: Locale,
  content: LetterContent,
): Promise<RenderedLetter> {
  return {
    subject: content.subject,
    html: await htmlOf(locale, content),
    text: plainText(locale, content),
  };
}

async function htmlOf(locale: Locale, content: LetterContent): Promise<string> {
  const preview = previewOf(content);
  const marked = markLetter(content, preview);
  if (marked === null) return renderHtml(locale, content, preview);
  const key = JSON.stringify([locale, marked.form, marked.preview]);
  const form = forms.get(key) ?? (await renderHtml(locale, marked.form, marked.preview));
  forms.set(key, form);
  return fillForm(form, marked.texts);
}

/** The HTML of a letter, rendered as it is. */
export function renderHtml(
  locale: Locale,
  content: LetterContent,
  preview: string,
): Promise<string> {
  return render(createElement(LetterFrame, { locale, content, preview }));
}

/** The first words of the body. */
export function previewOf(content: LetterContent): string {
  const first = content.blocks.find((block) => block.kind === 'paragraph');
  return first === undefined ? content.subject : first.text;
}
