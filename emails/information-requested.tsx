import type { Locale, Localized } from '@/lib/kernel/locale';
import { openRequestLetter, type OpenRequest, type RequestText } from './open-request';
import type { RenderedLetter } from './rendered-letter';

/** Tells an applicant that we need something more, what it is, and by when. */
export async function informationRequestedLetter(
  locale: Locale,
  letter: OpenRequest,
): Promise<RenderedLetter> {
  return openRequestLetter(locale, letter, texts);
}

const texts: Localized<RequestText<OpenRequest>> = {
  nb: ({ cohort, asks }, programme, due) => ({
    subject: `Vi trenger mer fra deg innen ${due}`,
    opening: `Vi leser søknaden din til ${programme}, kull ${cohort}, og trenger ${
      asks === 'document' ? 'et dokument til' : 'svar på et spørsmål'
    }:`,
  }),
  nn: ({ cohort, asks }, programme, due) => ({
    subject: `Vi treng meir frå deg innan ${due}`,
    opening: `Vi les søknaden din til ${programme}, kull ${cohort}, og treng ${
      asks === 'document' ? 'eit dokument til' : 'svar på eit spørsmål'
    }:`,
  }),
  en: ({ cohort, asks }, programme, due) => ({
    subject: `We need something more from you by ${due}`,
    opening: `We are reading your application to ${programme}, cohort ${cohort}, and need ${
      asks === 'document' ? 'one more document' : 'an answer to a question'
    }:`,
  }),
};
