import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph, type Block } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication } from './to-applicant';

/** Something that we have asked an applicant for, and wait for. */
export interface OpenRequest extends ToApplicant {
  readonly asks: 'document' | 'answer';
  /** What we ask for, as the officer wrote it. */
  readonly question: string;
  /** The last day, whole. */
  readonly dueOn: LocalDate;
}

/** What is a letter's own. */
export type RequestText<Letter extends OpenRequest> = (
  letter: Letter,
  /** The programme's name, inside a sentence. */
  programme: string,
  /** The due day, written out. */
  due: string,
) => {
  readonly subject: string;
  /** Leads to the question, which follows it. */
  readonly opening: string;
  /** How far the answer has come, when there is something to say of it. */
  readonly standing?: string;
  /** Comes last. */
  readonly closing?: string;
};

/** A letter that says what we wait for, until when, and what happens without it, and leads to its page. */
export async function openRequestLetter<Letter extends OpenRequest>(
  locale: Locale,
  letter: Letter,
  texts: Localized<RequestText<Letter>>,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const due = formatLongDate(letter.dueOn, locale);
  const own = texts[locale](letter, programme, due);
  const { answerBy, reference, afterwards, action: actions } = common[locale];
  const blocks = [
    paragraph(own.opening),
    paragraph(letter.question),
    facts([answerBy, due], [reference, letter.reference]),
    ...optional(own.standing),
    paragraph(afterwards),
    action(actions[letter.asks], letter.link),
    ...optional(own.closing),
  ];
  return letterAboutApplication(locale, letter, {
    station: 'assessment',
    subject: own.subject,
    blocks,
  });
}

function optional(text: string | undefined): Block[] {
  return text === undefined ? [] : [paragraph(text)];
}

const common: Localized<{
  readonly answerBy: string;
  readonly reference: string;
  readonly afterwards: string;
  readonly action: Readonly<Record<OpenRequest['asks'], string>>;
}> = {
  nb: {
    answerBy: 'Svar innen',
    reference: 'Referanse',
    afterwards:
      'Du beholder plassen i køen. Kommer svaret etter denne datoen, tar vi imot det så lenge vi kan, men da kan vi ha vurdert søknaden uten.',
    action: { document: 'Send dokumentet', answer: 'Svar oss' },
  },
  nn: {
    answerBy: 'Svar innan',
    reference: 'Referanse',
    afterwards:
      'Du beheld plassen i køen. Kjem svaret etter denne datoen, tek vi imot det så lenge vi kan, men då kan vi ha vurdert søknaden utan.',
    action: { document: 'Send dokumentet', answer: 'Svar oss' },
  },
  en: {
    answerBy: 'Answer by',
    reference: 'Reference',
    afterwards:
      'You keep your place in the queue. If your answer comes after that day, we will accept it for as long as we can, but we may already have assessed the application without it.',
    action: { document: 'Send the document', answer: 'Answer us' },
  },
};
