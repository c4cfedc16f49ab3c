import type { Locale, Localized } from '@/lib/kernel/locale';
import type { StationName } from '@/lib/kernel/stations';

/** A part of a letter's body. Texts are plain: no markup; a line break in them is a line break. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  /** What a reader looks up again: "Referanse: 7K3M-Q9TX-4WBN", one line each. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** The one thing to do, as a button. At most one a letter. */
  | { readonly kind: 'action'; readonly label: string; readonly href: string };

/** What stands for a one-time link's secret until the letter is sent: in the addresses of actions alone. */
const secretPlace = '{{secret}}';

/**
 * A letter in which only we have put the place of a secret. What people type is shown as they typed it, and
 * is not that place: an invisible character stands within.
 */
export function withTypedBraces(content: LetterContent): LetterContent {
  const guarded = (key: string, value: unknown): unknown =>
    typeof value === 'string' && key !== 'href'
      ? value.replaceAll(secretPlace, '{\u2060{secret}}')
      : value;
  return JSON.parse(JSON.stringify(content, guarded)) as LetterContent;
}

/** Characters of a letter's preview: it is cut there, and filled up to it with blanks. */
export const previewLength = 200;

/** What a letter says, before it is made into HTML and text. */
export interface LetterContent {
  /** The installation's own name, the wordmark of the head. */
  readonly installation: string;
  /** Says the outcome, and is never the same for a receipt and a decision. */
  readonly subject: string;
  /** The first line in the body, the largest. The subject, when it is left out. */
  readonly title?: string;
  /** Where on the way the reader stands now; left out in letters that are not about a case. */
  readonly station?: StationName;
  readonly blocks: readonly Block[];
  /** Whom to ask. */
  readonly contact?: { readonly mailbox: string; readonly phone?: string };
  /** Who writes: the programme's name. The installation, when it is left out. */
  readonly sender?: string;
}

/** A telephone number, so that no line breaks between its groups. */
export function inOneLine(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}

/** The frame's own words. */
export const frameTexts: Localized<{
  readonly here: string;
  readonly regards: string;
  readonly ask: (contact: NonNullable<LetterContent['contact']>) => string;
}> = {
  nb: {
    here: 'du er her',
    regards: 'Vennlig hilsen',
    ask: ({ mailbox, phone }) =>
      phone === undefined
        ? `Lurer du på noe? Skriv til ${mailbox}.`
        : `Lurer du på noe? Skriv til ${mailbox} eller ring ${inOneLine(phone)}.`,
  },
  nn: {
    here: 'du er her',
    regards: 'Venleg helsing',
    ask: ({ mailbox, phone }) =>
      phone === undefined
        ? `Lurer du på noko? Skriv til ${mailbox}.`
        : `Lurer du på noko? Skriv til ${mailbox} eller ring ${inOneLine(phone)}.`,
  },
  en: {
    here: 'you are here',
    regards: 'Kind regards',
    ask: ({ mailbox, phone }) =>
      phone === undefined
        ? `Any questions? Write to ${mailbox}.`
        : `Any questions? Write to ${mailbox} or call ${inOneLine(phone)}.`,
  },
};

const hello: Localized<{ readonly named: (name: string) => string; readonly unnamed: string }> = {
  nb: { named: (name) => `Hei, ${name}.`, unnamed: 'Hei.' },
  nn: { named: (name) => `Hei, ${name}.`, unnamed: 'Hei.' },
  en: { named: (name) => `Hello ${name},`, unnamed: 'Hello,' },
};

/** How a letter to an applicant begins; without a name when we know nothing but the address. */
export function greeting(locale: Locale, name: string | null): Block {
  return paragraph(name === null ? hello[locale].unnamed : hello[locale].named(name));
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items };
}

/** Steps that follow each other. */
export function numbered(items: readonly string[]): Block {
  return { kind: 'list', items, ordered: true };
}

export function facts(...pairs: readonly (readonly [label: string, value: string])[]): Block {
  return { kind: 'facts', facts: pairs };
}

export function action(label: string, href: string): Block {
  return { kind: 'action', label, href };
}
