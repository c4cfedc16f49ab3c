import type { ReactNode } from 'react';
import { inOneLine } from '@/components/ui/in-one-line';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';

/** What a sentence with <mail>{mailbox}</mail> and {phone} takes: an address to write to, a number in one line. */
export function whomToAsk({
  mailbox,
  contactPhone,
}: Pick<CohortFacts['programme'], 'mailbox' | 'contactPhone'>) {
  return {
    mailbox,
    phone: inOneLine(contactPhone),
    mail: (words: ReactNode) => <a href={`mailto:${mailbox}`}>{words}</a>,
  };
}
