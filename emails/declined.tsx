import type { Locale, Localized } from '@/lib/kernel/locale';
import { facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutPlace, type AboutPlace } from './to-applicant';

interface Words {
  subject(programme: string, cohort: string): string;
  readonly received: string;
  readonly mistake: string;
  readonly again: string;
  readonly facts: Readonly<Record<'programme' | 'cohort' | 'reference', string>>;
}

const words: Localized<Words> = {
  nb: {
    subject: (programme, cohort) => `Du har takket nei til plassen på ${programme} ${cohort}`,
    received:
      'Vi har registrert at du takker nei. Du er ikke bundet til noe, og skal ikke betale noe. Plassen kan nå gå til en annen.',
    mistake:
      'Var det en feil? Ta kontakt med en gang. Er plassen gitt videre, kan vi ikke love den tilbake.',
    again: 'Du er velkommen til å søke igjen en annen gang.',
    facts: { programme: 'Utdanning', cohort: 'Kull', reference: 'Referanse' },
  },
  nn: {
    subject: (programme, cohort) => `Du har takka nei til plassen på ${programme} ${cohort}`,
    received:
      'Vi har registrert at du takkar nei. Du er ikkje bunden til noko, og skal ikkje betale noko. Plassen kan no gå til ein annan.',
    mistake:
      'Var det ein feil? Ta kontakt med ein gong. Er plassen gitt vidare, kan vi ikkje love han tilbake.',
    again: 'Du er velkomen til å søkje igjen ein annan gong.',
    facts: { programme: 'Utdanning', cohort: 'Kull', reference: 'Referanse' },
  },
  en: {
    subject: (programme, cohort) => `You have declined your place: ${programme} ${cohort}`,
    received:
      'We have recorded that you decline. You are not bound to anything and owe nothing. The place can now go to somebody else.',
    mistake:
      'Was it a mistake? Contact us at once. If the place has been passed on, we cannot promise it back.',
    again: 'You are welcome to apply again another time.',
    facts: { programme: 'Programme', cohort: 'Cohort', reference: 'Reference' },
  },
};

/** To the one who declined: that it is done, what it means, and what to do if it was a mistake. */
export function declinedLetter(locale: Locale, props: AboutPlace): Promise<RenderedLetter> {
  const t = words[locale];
  return letterAboutPlace(locale, props, {
    subject: t.subject(props.programme, props.cohort),
    station: 'answer',
    blocks: [
      paragraph(t.received),
      facts(
        [t.facts.programme, props.programme],
        [t.facts.cohort, props.cohort],
        [t.facts.reference, props.reference],
      ),
      paragraph(t.mistake),
      paragraph(t.again),
    ],
  });
}
