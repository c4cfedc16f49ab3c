import type { Locale, Localized } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import { facts, heading, list, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutPlace, type AboutPlace } from './to-applicant';

export interface RefusalLetterProps extends AboutPlace {
  /** The officer's reason, as it was written. */
  readonly reason: string;
}

interface Words {
  readonly subject: (programme: string) => string;
  readonly what: (programme: string, cohort: string) => string;
  readonly why: string;
  readonly because: string;
  readonly can: string;
  readonly explain: (mailbox: string, phone: string) => string;
  readonly complain: (mailbox: string, reference: string) => string;
  readonly again: string;
  readonly thanks: string;
  readonly reference: string;
}

const words: Localized<Words> = {
  nb: {
    subject: (programme) => `Du har ikke fått plass på ${programme}`,
    what: (programme, cohort) =>
      `Du har ikke fått plass på ${programme}, kull ${cohort}. Vi har vurdert søknaden din og kommet til at den ikke oppfyller kravene for å bli tatt opp.`,
    why: 'Hvorfor',
    because: 'Dette er begrunnelsen:',
    can: 'Hva du kan gjøre',
    explain: (mailbox, phone) =>
      `Be om en nærmere forklaring. Skriv til ${mailbox} eller ring ${phone}.`,
    complain: (mailbox, reference) =>
      `Klag hvis du mener at vurderingen er feil. Skriv til ${mailbox}, oppgi referansen ${reference}, og si hva vi bør se på igjen.`,
    again: 'Søk på nytt en annen gang, når du oppfyller kravene.',
    thanks: 'Takk for at du søkte.',
    reference: 'Referanse',
  },
  nn: {
    subject: (programme) => `Du har ikkje fått plass på ${programme}`,
    what: (programme, cohort) =>
      `Du har ikkje fått plass på ${programme}, kull ${cohort}. Vi har vurdert søknaden din og kome til at han ikkje oppfyller krava for å bli teken opp.`,
    why: 'Kvifor',
    because: 'Dette er grunngivinga:',
    can: 'Kva du kan gjere',
    explain: (mailbox, phone) =>
      `Be om ei nærare forklaring. Skriv til ${mailbox} eller ring ${phone}.`,
    complain: (mailbox, reference) =>
      `Klag om du meiner at vurderinga er feil. Skriv til ${mailbox}, oppgi referansen ${reference}, og sei kva vi bør sjå på igjen.`,
    again: 'Søk på nytt ein annan gong, når du oppfyller krava.',
    thanks: 'Takk for at du søkte.',
    reference: 'Referanse',
  },
  en: {
    subject: (programme) => `You have not been offered a place on ${programme}`,
    what: (programme, cohort) =>
      `You have not been offered a place on ${programme}, cohort ${cohort}. We have assessed your application and found that it does not meet the requirements for admission.`,
    why: 'Why',
    because: 'This is the reason:',
    can: 'What you can do',
    explain: (mailbox, phone) =>
      `Ask for a fuller explanation. Write to ${mailbox} or call ${phone}.`,
    complain: (mailbox, reference) =>
      `Appeal, if you think that the assessment is wrong. Write to ${mailbox}, give the reference ${reference}, and say what we should look at again.`,
    again: 'Apply again another time, when you meet the requirements.',
    thanks: 'Thank you for applying.',
    reference: 'Reference',
  },
};

/** Tells an applicant who is not qualified so, why, and what can be done. */
export function refusalLetter(locale: Locale, props: RefusalLetterProps): Promise<RenderedLetter> {
  const say = words[locale];
  const { mailbox, phone } = props.contact;
  const programme = nameInText(props.programme, locale);
  return letterAboutPlace(locale, props, {
    subject: say.subject(programme),
    station: 'answer',
    blocks: [
      paragraph(say.what(programme, props.cohort)),
      heading(say.why),
      paragraph(say.because),
      paragraph(props.reason),
      heading(say.can),
      list([say.explain(mailbox, phone), say.complain(mailbox, props.reference), say.again]),
      paragraph(say.thanks),
      facts([say.reference, props.reference]),
    ],
  });
}
