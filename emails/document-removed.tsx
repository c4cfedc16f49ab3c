import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface DocumentRemoved extends ToApplicant {
  readonly filename: string;
  /** The scanner's own name for what it found. */
  readonly finding: string;
  /** The application has arrived, and stays where it is. */
  readonly isSent: boolean;
  readonly next: WhatNext;
}

/** What can be done about it: another one uploaded, by a day; written to us about; or nothing, which does no harm. */
export type WhatNext =
  | { readonly kind: 'upload'; readonly until: LocalDate }
  | { readonly kind: 'answer'; readonly dueOn: LocalDate }
  | { readonly kind: 'write' | 'nothing' };

/** Tells an applicant that a document is gone because the virus scanner found something in it. */
export async function documentRemovedLetter(
  locale: Locale,
  letter: DocumentRemoved,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  return letterAboutApplication(locale, letter, {
    station: 'application',
    ...texts[locale](letter, programme),
  });
}

interface Steps {
  readonly upload: (day: string) => string;
  readonly answer: (day: string) => string;
  readonly write: (mailbox: string, reference: string) => string;
  readonly nothing: string;
}

/** What to do, in a sentence or two of the letter. */
const steps: Localized<Steps> = {
  nb: {
    upload: (day) =>
      `Lag filen på nytt, for eksempel ved å ta et bilde av papiret, og last den opp. Det kan du gjøre til og med ${day}.`,
    answer: (day) =>
      `Lag filen på nytt, for eksempel ved å ta et bilde av papiret, og last den opp der vi ber om den. Fristen er ${day}.`,
    write: (mailbox, reference) =>
      `Du kan ikke lenger bytte vedlegg i søknaden selv. Skriv til ${mailbox}, og oppgi referansen ${reference}. Trenger vi dokumentet, ber vi deg om det, og da kan du laste det opp på siden til søknaden.`,
    nothing: 'Du trenger ikke gjøre noe med dette.',
  },
  nn: {
    upload: (day) =>
      `Lag fila på nytt, til dømes ved å ta eit bilete av papiret, og last ho opp. Det kan du gjere til og med ${day}.`,
    answer: (day) =>
      `Lag fila på nytt, til dømes ved å ta eit bilete av papiret, og last ho opp der vi ber om ho. Fristen er ${day}.`,
    write: (mailbox, reference) =>
      `Du kan ikkje lenger byte vedlegg i søknaden sjølv. Skriv til ${mailbox}, og oppgi referansen ${reference}. Treng vi dokumentet, ber vi deg om det, og då kan du laste det opp på sida til søknaden.`,
    nothing: 'Du treng ikkje gjere noko med dette.',
  },
  en: {
    upload: (day) =>
      `Create the file again, for example by taking a photo of the paper, and upload it. You can do so until the end of ${day}.`,
    answer: (day) =>
      `Create the file again, for example by taking a photo of the paper, and upload it where we ask for it. The last day is ${day}.`,
    write: (mailbox, reference) =>
      `You can no longer change the documents in the application yourself. Write to ${mailbox} and give the reference ${reference}. If we need the document, we will ask you for it, and you can then upload it on the page of your application.`,
    nothing: 'You do not need to do anything about this.',
  },
};

function canUpload({ kind }: WhatNext): boolean {
  return kind === 'upload' || kind === 'answer';
}

function whatNext(locale: Locale, next: WhatNext, mailbox: string, reference: string): string {
  const say = steps[locale];
  switch (next.kind) {
    case 'upload':
      return say.upload(formatLongDate(next.until, locale));
    case 'answer':
      return say.answer(formatLongDate(next.dueOn, locale));
    case 'write':
      return say.write(mailbox, reference);
    case 'nothing':
      return say.nothing;
  }
}

type Text = (letter: DocumentRemoved, programme: string) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ filename, finding, reference, isSent, link, next, contact }, programme) => ({
    subject: `Vi måtte fjerne et vedlegg fra søknaden din til ${programme}`,
    blocks: [
      paragraph(
        'Virussjekken fant noe skadelig i en fil du lastet opp. Derfor har vi slettet filen. Ingen hos oss har åpnet den.',
      ),
      facts(['Fil', filename], ['Funnet i filen', finding], ['Referanse', reference]),
      ...(isSent
        ? [paragraph('Søknaden din gjelder fortsatt, og den har den samme plassen i køen.')]
        : []),
      paragraph(whatNext('nb', next, contact.mailbox, reference)),
      paragraph('Kjør gjerne en virussjekk på maskinen eller telefonen som filen kom fra.'),
      action(canUpload(next) ? 'Last opp på nytt' : 'Se søknaden', link),
    ],
  }),
  nn: ({ filename, finding, reference, isSent, link, next, contact }, programme) => ({
    subject: `Vi måtte fjerne eit vedlegg frå søknaden din til ${programme}`,
    blocks: [
      paragraph(
        'Virussjekken fann noko skadeleg i ei fil du lasta opp. Derfor har vi sletta fila. Ingen hos oss har opna ho.',
      ),
      facts(['Fil', filename], ['Funne i fila', finding], ['Referanse', reference]),
      ...(isSent
        ? [paragraph('Søknaden din gjeld framleis, og han har den same plassen i køen.')]
        : []),
      paragraph(whatNext('nn', next, contact.mailbox, reference)),
      paragraph('Køyr gjerne ein virussjekk på maskina eller telefonen som fila kom frå.'),
      action(canUpload(next) ? 'Last opp på nytt' : 'Sjå søknaden', link),
    ],
  }),
  en: ({ filename, finding, reference, isSent, link, next, contact }, programme) => ({
    subject: `We had to remove a document from your application to ${programme}`,
    blocks: [
      paragraph(
        'The virus check found something harmful in a file that you uploaded, so we have deleted it. Nobody here has opened it.',
      ),
      facts(['File', filename], ['Found in the file', finding], ['Reference', reference]),
      ...(isSent
        ? [paragraph('Your application still stands, and keeps its place in the queue.')]
        : []),
      paragraph(whatNext('en', next, contact.mailbox, reference)),
      paragraph(
        'We advise you to run a virus check on the computer or phone that the file came from.',
      ),
      action(canUpload(next) ? 'Upload again' : 'See the application', link),
    ],
  }),
};
