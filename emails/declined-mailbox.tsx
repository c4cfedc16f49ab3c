import type { Locale, Localized } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import { action, facts, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface DeclinedMailboxLetterProps {
  readonly installation: string;
  readonly programme: string;
  readonly cohort: string;
  readonly applicantName: string;
  readonly reference: string;
  /** The staff's page of the cohort, absolute. */
  readonly page: string;
}

interface Words {
  subject(name: string, programme: string, cohort: string): string;
  freed(name: string): string;
  readonly facts: Readonly<Record<'applicant' | 'reference' | 'cohort', string>>;
  readonly see: string;
}

const words: Localized<Words> = {
  nb: {
    subject: (name, programme, cohort) =>
      `Ledig plass: ${name} takket nei til ${programme} ${cohort}`,
    freed: (name) => `${name} har takket nei til plassen. Den er ledig igjen.`,
    facts: { applicant: 'Søker', reference: 'Søknad', cohort: 'Kull' },
    see: 'Se kullet',
  },
  nn: {
    subject: (name, programme, cohort) =>
      `Ledig plass: ${name} takka nei til ${programme} ${cohort}`,
    freed: (name) => `${name} har takka nei til plassen. Han er ledig igjen.`,
    facts: { applicant: 'Søkjar', reference: 'Søknad', cohort: 'Kull' },
    see: 'Sjå kullet',
  },
  en: {
    subject: (name, programme, cohort) =>
      `Free place: ${name} declined ${nameInText(programme, 'en')} ${cohort}`,
    freed: (name) => `${name} has declined the place. It is free again.`,
    facts: { applicant: 'Applicant', reference: 'Application', cohort: 'Cohort' },
    see: 'See the cohort',
  },
};

/** To the programme's mailbox: a place has become free, and whose it was. */
export function declinedMailboxLetter(
  locale: Locale,
  props: DeclinedMailboxLetterProps,
): Promise<RenderedLetter> {
  const t = words[locale];
  return renderLetter(locale, {
    installation: props.installation,
    subject: t.subject(props.applicantName, props.programme, props.cohort),
    blocks: [
      paragraph(t.freed(props.applicantName)),
      facts(
        [t.facts.applicant, props.applicantName],
        [t.facts.reference, props.reference],
        [t.facts.cohort, `${props.programme} ${props.cohort}`],
      ),
      action(t.see, props.page),
    ],
  });
}
