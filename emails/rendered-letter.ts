import { createElement } from 'react';
import { render } from 'react-email';
import type { Locale } from '@/lib/kernel/locale';
import { LetterFrame } from './frame';
import { withTypedBraces, type LetterContent } from './letter-content';
import { fillForm, markLetter, type MarkedLetter } from './letter-form';
import { withLineBreaks } from './line-breaks';
import { plainText } from './plain-text';

/** A letter as it is stored and sent: its subject, and its body twice. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Forms of letters that have been rendered, by language and form: a few for each kind of letter. */
const forms = new Map<string, string>();
const mostForms = 500;

/** Puts a letter's content into the shared frame, as HTML and as plain text with the same words. */
export async function renderLetter(locale: Locale, letter: LetterContent): Promise<RenderedLetter> {
  const content = withTypedBraces(letter);
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
  const form = forms.get(key) ?? (await renderForm(key, locale, marked));
  return withLineBreaks(fillForm(form, marked.texts), content.contact?.mailbox);
}

async function renderForm(
  key: string,
  locale: Locale,
  { form, preview }: MarkedLetter,
): Promise<string> {
  const html = await renderFrame(locale, form, preview);
  if (forms.size >= mostForms) forms.clear();
  forms.set(key, html);
  return html;
}

/** The HTML of a letter, rendered as it is. */
export async function renderHtml(
  locale: Locale,
  content: LetterContent,
  preview: string,
): Promise<string> {
  return withLineBreaks(await renderFrame(locale, content, preview), content.contact?.mailbox);
}

function renderFrame(locale: Locale, content: LetterContent, preview: string): Promise<string> {
  return render(createElement(LetterFrame, { locale, content, preview }));
}

/** The first words of the body. */
export function previewOf(content: LetterContent): string {
  const first = content.blocks.find((block) => block.kind === 'paragraph');
  return first === undefined ? content.subject : first.text;
}
