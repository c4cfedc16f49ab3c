import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import type { ToApplicant } from './about-application';
import { action, type Block, facts, greeting, nameInText, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface DocumentRemoved extends ToApplicant {
  readonly filename: string;
  /** The scanner's own name for what it found. */
  readonly finding: string;
  /** The application has arrived, and stays where it is. */
  readonly isSent: boolean;
  /** The last day to upload another one oneself; null when that is over. */
  readonly newOneUntil: LocalDate | null;
}

/** Tells an applicant that a document is gone because the virus scanner found something in it. */
export async function documentRemovedLetter(
  locale: Locale,
  letter: DocumentRemoved,
): Promise<RenderedLetter> {
  const programme = letter.programme[locale];
  const until = letter.newOneUntil === null ? null : formatLongDate(letter.newOneUntil, locale);
  return renderLetter(locale, {
    installation: letter.installation,
    ...texts[locale](letter, nameInText(programme, locale), until),
    contact: letter.contact,
    sender: programme,
    station: 'application',
  });
}

type Text = (
  letter: DocumentRemoved,
  programme: string,
  until: string | null,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: ({ name, filename, finding, reference, isSent, link }, programme, until) => ({
    subject: `Vi måtte fjerne et vedlegg fra søknaden din til ${programme}`,
    blocks: [
      greeting('nb', name === '' ? null : name),
      paragraph(
        'Virussjekken fant noe skadelig i en fil du lastet opp. Derfor har vi slettet filen. Ingen hos oss har åpnet den.',
      ),
      facts(['Fil', filename], ['Funnet i filen', finding], ['Referanse', reference]),
      ...(isSent
        ? [paragraph('Søknaden din er fortsatt sendt, og den har samme plass i køen.')]
        : []),
      paragraph(
        until === null
          ? 'Skriv til oss, så avtaler vi hvordan du kan sende dokumentet på nytt.'
          : `Lag filen på nytt, for eksempel ved å ta et bilde av papiret, og last den opp. Det kan du gjøre til og med ${until}.`,
      ),
      paragraph('Kjør gjerne en virussjekk på maskinen eller telefonen som filen kom fra.'),
      action(until === null ? 'Se søknaden' : 'Last opp på nytt', link),
    ],
  }),
  nn: ({ name, filename, finding, reference, isSent, link }, programme, until) => ({
    subject: `Vi måtte fjerne eit vedlegg frå søknaden din til ${programme}`,
    blocks: [
      greeting('nn', name === '' ? null : name),
      paragraph(
        'Virussjekken fann noko skadeleg i ei fil du lasta opp. Derfor har vi sletta fila. Ingen hos oss har opna ho.',
      ),
      facts(['Fil', filename], ['Funne i fila', finding], ['Referanse', reference]),
      ...(isSent
        ? [paragraph('Søknaden din er framleis send, og han har same plassen i køen.')]
        : []),
      paragraph(
        until === null
          ? 'Skriv til oss, så avtaler vi korleis du kan sende dokumentet på nytt.'
          : `Lag fila på nytt, til dømes ved å ta eit bilete av papiret, og last ho opp. Det kan du gjere til og med ${until}.`,
      ),
      paragraph('Køyr gjerne ein virussjekk på maskina eller telefonen som fila kom frå.'),
      action(until === null ? 'Sjå søknaden' : 'Last opp på nytt', link),
    ],
  }),
  en: ({ name, filename, finding, reference, isSent, link }, programme, until) => ({
    subject: `We had to remove a document from your application to ${programme}`,
    blocks: [
      greeting('en', name === '' ? null : name),
      paragraph(
        'The virus check found something harmful in a file that you uploaded, so we have deleted it. Nobody here has opened it.',
      ),
      facts(['File', filename], ['Found in the file', finding], ['Reference', reference]),
      ...(isSent
        ? [paragraph('Your application is still submitted, and keeps its place in the queue.')]
        : []),
      paragraph(
        until === null
          ? 'Write to us, and we will agree on how you can send the document again.'
          : `Make the file anew, for example by taking a picture of the paper, and upload it. You can do so until the end of ${until}.`,
      ),
      paragraph('We advise you to run a virus check on the computer or phone the file came from.'),
      action(until === null ? 'See the application' : 'Upload again', link),
    ],
  }),
};
