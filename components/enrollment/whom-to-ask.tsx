import { inOneLine } from '@/components/ui/in-one-line';
import { writeTo } from '@/components/ui/mail-address';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';

/** What a sentence with <mail>{mailbox}</mail> and {phone} takes: an address to write to, a number in one line. */
export function whomToAsk({
  mailbox,
  contactPhone,
}: Pick<CohortFacts['programme'], 'mailbox' | 'contactPhone'>) {
  return { ...writeTo(mailbox), phone: inOneLine(contactPhone) };
}
