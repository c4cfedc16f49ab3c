import { getTexts } from '@/components/texts/get-texts';
import { inOneLine } from '@/components/ui/in-one-line';
import { writeTo } from '@/components/ui/mail-address';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import styles from './case.module.css';

/** Whom to ask, and what to say that it is about. */
export function Contact({
  locale,
  programme,
  reference,
}: {
  locale: Locale;
  programme: Pick<CohortFacts['programme'], 'mailbox' | 'contactPhone'>;
  reference: string;
}) {
  return (
    <p>
      {getTexts(locale, 'my-application').rich('contact.text', {
        ...writeTo(programme.mailbox),
        phone: inOneLine(programme.contactPhone),
        reference,
        whole: (words) => <span className={styles.reference}>{words}</span>,
      })}
    </p>
  );
}
