import { getTexts } from '@/components/texts/get-texts';
import { formatInstant, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Reason } from '@/lib/admission/rules/reasons';

/**
 * One reason for a place in the ranking, as a sentence for staff.
 * @param zone the cohort's: moments are told in its wall-clock time
 */
export function wordReason(reason: Reason, zone: string, locale: Locale): string {
  const t = getTexts(locale, 'admission');
  switch (reason.kind) {
    case 'priority-workplace':
      return reason.until === undefined
        ? t('reasons.priority-workplace', {
            workplace: reason.workplace,
            since: formatShortDate(reason.since, locale),
          })
        : t('reasons.priority-workplace-span', {
            workplace: reason.workplace,
            since: formatShortDate(reason.since, locale),
            until: formatShortDate(reason.until, locale),
          });
    case 'no-priority':
      return t(`reasons.no-priority.${reason.because}`);
    case 'assessment-score':
      return reason.score === null
        ? t('reasons.no-assessment-score')
        : t('reasons.assessment-score', { score: reason.score });
    case 'arrival':
      return t('reasons.arrival', {
        number: reason.arrivalNumber,
        when: formatInstant(new Date(reason.receivedAt), zone, locale),
      });
    case 'moved':
      return t('reasons.moved', {
        from: reason.from,
        to: reason.to,
        by: reason.by,
        when: formatInstant(new Date(reason.at), zone, locale),
        reason: reason.reason,
      });
  }
}
