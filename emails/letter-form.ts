import { inOneLine, previewLength, type Block, type LetterContent } from './letter-content';

/**
 * Letters of a kind differ in their words, and hardly ever in their form. So the form is rendered once,
 * with a mark in the place of each text, and each letter is the form with its own texts in those places.
 * What comes out is, letter by letter, what rendering it would have given; a test holds it to that.
 */
export interface MarkedLetter {
  /** The letter with a mark in the place of each text. */
  readonly form: LetterContent;
  readonly preview: string;
  /** The texts, in the order of their marks' numbers. */
  readonly texts: readonly string[];
}

/** Private characters of Unicode: a letter that has them itself is rendered as it is. */
const [open, close, filler] = ['\ue000', '\ue001', '\ue002'];
const anyMark = /\ue000(\d+)\ue002*\ue001/g;
const ownCharacters = /[\ue000-\ue002]/;

/** Takes the texts out of a letter; null when the letter cannot be marked. */
export function markLetter(content: LetterContent, preview: string): MarkedLetter | null {
  if (ownCharacters.test(JSON.stringify(content))) return null;
  const texts: string[] = [];
  // An empty text is part of the form: nothing is rendered for it.
  const mark = (text: string): string => {
    if (text === '') return text;
    texts.push(text);
    return `${open}${texts.length - 1}${close}`;
  };
  const lines = (text: string) => text.split('\n').map(mark).join('\n');
  const form: LetterContent = {
    ...content,
    installation: mark(content.installation),
    subject: mark(content.subject),
    ...(content.title === undefined ? {} : { title: mark(content.title) }),
    blocks: content.blocks.map((block) => markBlock(block, mark, lines)),
    ...(content.contact === undefined ? {} : { contact: markContact(content.contact, mark) }),
    ...(content.sender === undefined ? {} : { sender: mark(content.sender) }),
  };
  const markedPreview = fillUp(mark(preview), preview.length);
  return markedPreview === null ? null : { form, preview: markedPreview, texts };
}

/** What is rendered beside the preview depends on its length: the mark is made as long. */
function fillUp(mark: string, length: number): string | null {
  if (length === 0) return '';
  if (mark.length > length || length > previewLength) return null;
  return mark.slice(0, -1) + filler.repeat(length - mark.length) + close;
}

function markContact(
  { mailbox, phone }: NonNullable<LetterContent['contact']>,
  mark: (text: string) => string,
): NonNullable<LetterContent['contact']> {
  return {
    mailbox: mark(mailbox),
    ...(phone === undefined ? {} : { phone: mark(inOneLine(phone)) }),
  };
}

function markBlock(
  block: Block,
  mark: (text: string) => string,
  lines: (text: string) => string,
): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: lines(block.text) };
    case 'heading':
      return { ...block, text: mark(block.text) };
    case 'list':
      return { ...block, items: block.items.map(lines) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(([label, value]) => [mark(label), lines(value)] as const),
      };
    case 'action':
      return { ...block, label: mark(block.label), href: mark(block.href) };
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Puts the texts into the rendered form, escaped as React escapes them, in text and attributes alike. */
export function fillForm(html: string, texts: readonly string[]): string {
  return html.replace(anyMark, (_, number: string) =>
    (texts[Number(number)] ?? '').replace(/[&<>"']/g, (character) => escapes[character] ?? ''),
  );
}
