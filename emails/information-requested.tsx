import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { action, facts, greeting, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface InformationRequested {
  readonly installation: string;
  readonly name: string;
  readonly programme: Localized;
  readonly cohort: string;
  readonly reference: string;
  readonly asks: 'document' | 'answer';
  /** What we ask for, as the officer wrote it. */
  readonly question: string;
  /** The last day, whole. */
  readonly dueOn: LocalDate;
  /** The page where it is answered. */
  readonly link: string;
  readonly contact: { readonly mailbox: string; readonly phone: string };
}

/** Tells an applicant that we need something more, what it is, and by when. */
export async function informationRequestedLetter(
  locale: Locale,
  letter: InformationRequested,
): Promise<RenderedLetter> {
  const programme = letter.programme[locale];
  const due = formatLongDate(letter.dueOn, locale);
  return renderLetter(locale, {
    installation: letter.installation,
    station: 'assessment',
    ...texts[locale](letter, nameInText(programme, locale), due),
    contact: letter.contact,
    sender: programme,
  });
}

type Text = (
  letter: InformationRequested,
  programme: string,
  due: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: ({ name, cohort, reference, asks, question, link }, programme, due) => ({
    subject: `Vi trenger mer fra deg innen ${due}`,
    blocks: [
      greeting('nb', name),
      paragraph(
        `Vi leser søknaden din til ${programme}, kull ${cohort}, og trenger ${
          asks === 'document' ? 'et dokument til' : 'svar på et spørsmål'
        }:`,
      ),
      paragraph(question),
      facts(['Svar innen', due], ['Referanse', reference]),
      paragraph(
        'Du beholder plassen i køen. Kommer svaret etter denne datoen, tar vi imot det så lenge vi kan, men da kan vi ha vurdert søknaden uten.',
      ),
      action(asks === 'document' ? 'Send dokumentet' : 'Svar oss', link),
    ],
  }),
  nn: ({ name, cohort, reference, asks, question, link }, programme, due) => ({
    subject: `Vi treng meir frå deg innan ${due}`,
    blocks: [
      greeting('nn', name),
      paragraph(
        `Vi les søknaden din til ${programme}, kull ${cohort}, og treng ${
          asks === 'document' ? 'eit dokument til' : 'svar på eit spørsmål'
        }:`,
      ),
      paragraph(question),
      facts(['Svar innan', due], ['Referanse', reference]),
      paragraph(
        'Du beheld plassen i køen. Kjem svaret etter denne datoen, tek vi imot det så lenge vi kan, men då kan vi ha vurdert søknaden utan.',
      ),
      action(asks === 'document' ? 'Send dokumentet' : 'Svar oss', link),
    ],
  }),
  en: ({ name, cohort, reference, asks, question, link }, programme, due) => ({
    subject: `We need something more from you by ${due}`,
    blocks: [
      greeting('en', name),
      paragraph(
        `We are reading your application to ${programme}, cohort ${cohort}, and need ${
          asks === 'document' ? 'one more document' : 'an answer to a question'
        }:`,
      ),
      paragraph(question),
      facts(['Answer by', due], ['Reference', reference]),
      paragraph(
        'You keep your place in the queue. If the answer comes after that day, we take it for as long as we can, but we may have assessed the application without it.',
      ),
      action(asks === 'document' ? 'Send the document' : 'Answer us', link),
    ],
  }),
};
