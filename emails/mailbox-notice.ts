import type { Locale, Localized } from '@/lib/kernel/locale';
import type { StationName } from '@/lib/kernel/stations';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { AboutApplication } from './about-application';
import { action, facts, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

/** An application as the programme's mailbox is told of it: enough to find the case, nothing that a mailbox should not hold. */
export interface MailboxNotice extends AboutApplication {
  readonly arrivalNumber: number;
}

/** What is a notice's own. */
export interface NoticeText {
  /** The beginning of the subject, which ends with programme and cohort. */
  readonly headline: string;
  readonly says: string;
  /** Stand between the application's number and its reference. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Comes after the facts, when there is something to do besides reading. */
  readonly toDo?: string;
}

/** Tells the programme's mailbox what has become of an application, and leads to the staff's page of it. */
export async function mailboxNotice(
  locale: Locale,
  letter: MailboxNotice,
  own: NoticeText,
  station?: StationName,
): Promise<RenderedLetter> {
  const programme = letter.programme[locale];
  const { number, reference, open } = words[locale];
  return renderLetter(locale, {
    installation: letter.installation,
    ...(station && { station }),
    subject: `${own.headline}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(own.says),
      facts([number, String(letter.arrivalNumber)], ...own.facts, [reference, letter.reference]),
      ...(own.toDo === undefined ? [] : [paragraph(own.toDo)]),
      action(open, letter.link),
    ],
  });
}

/** "BET-Recoveryutdanningen, kull 2027–2028", inside a sentence. */
export function programmeAndCohort(
  locale: Locale,
  { programme, cohort }: AboutApplication,
): string {
  return `${nameInText(programme[locale], locale)}, ${words[locale].cohort} ${cohort}`;
}

const words: Localized<{
  readonly number: string;
  readonly reference: string;
  readonly open: string;
  readonly cohort: string;
}> = {
  nb: { number: 'Nummer', reference: 'Referanse', open: 'Åpne søknaden', cohort: 'kull' },
  nn: { number: 'Nummer', reference: 'Referanse', open: 'Opne søknaden', cohort: 'kull' },
  en: { number: 'Number', reference: 'Reference', open: 'Open the application', cohort: 'cohort' },
};
