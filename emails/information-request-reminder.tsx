import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { openRequestLetter, type OpenRequest, type RequestText } from './open-request';
import type { RenderedLetter } from './rendered-letter';

export interface RequestReminder extends OpenRequest {
  readonly askedOn: LocalDate;
  /** Something has been written or uploaded for it, and not been sent. */
  readonly isBegun: boolean;
}

/** Reminds an applicant of what we have asked for and still wait for. */
export async function informationRequestReminderLetter(
  locale: Locale,
  letter: RequestReminder,
): Promise<RenderedLetter> {
  return openRequestLetter(locale, letter, texts);
}

const texts: Localized<RequestText<RequestReminder>> = {
  nb: ({ cohort, asks, askedOn, isBegun }, programme, due) => ({
    subject: `Husk å ${asks === 'document' ? 'sende oss dokumentet' : 'svare oss'} innen ${due}`,
    opening: `${
      asks === 'document'
        ? `Vi ba deg ${formatLongDate(askedOn, 'nb')} om et dokument til`
        : `Vi stilte deg ${formatLongDate(askedOn, 'nb')} et spørsmål om`
    } søknaden din til ${programme}, kull ${cohort}, og har ikke fått svar ennå. ${
      asks === 'document' ? 'Dette ba vi om' : 'Vi spurte'
    }:`,
    ...(isBegun && { standing: 'Det du har begynt på, er lagret, men ikke sendt til oss.' }),
    closing:
      'Vi minner deg ikke på dette igjen. Har du svart i mellomtiden, kan du se bort fra dette brevet.',
  }),
  nn: ({ cohort, asks, askedOn, isBegun }, programme, due) => ({
    subject: `Hugs å ${asks === 'document' ? 'sende oss dokumentet' : 'svare oss'} innan ${due}`,
    opening: `${
      asks === 'document'
        ? `Vi bad deg ${formatLongDate(askedOn, 'nn')} om eit dokument til`
        : `Vi stilte deg ${formatLongDate(askedOn, 'nn')} eit spørsmål om`
    } søknaden din til ${programme}, kull ${cohort}, og har ikkje fått svar enno. ${
      asks === 'document' ? 'Dette bad vi om' : 'Vi spurde'
    }:`,
    ...(isBegun && { standing: 'Det du har byrja på, er lagra, men ikkje sendt til oss.' }),
    closing:
      'Vi minner deg ikkje på dette igjen. Har du svara i mellomtida, kan du sjå bort frå dette brevet.',
  }),
  en: ({ cohort, asks, askedOn, isBegun }, programme, due) => ({
    subject: `Remember to ${asks === 'document' ? 'send us the document' : 'answer us'} by ${due}`,
    opening: `On ${formatLongDate(askedOn, 'en')} we asked you ${
      asks === 'document' ? 'for a document for' : 'a question about'
    } your application to ${programme}, cohort ${cohort}. We have no answer yet. ${
      asks === 'document' ? 'We asked for' : 'We asked'
    }:`,
    ...(isBegun && { standing: 'What you have begun is saved, but not sent to us.' }),
    closing:
      'We will not remind you of this again. If you have answered in the meantime, you can ignore this e-mail.',
  }),
};
