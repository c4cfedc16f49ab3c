import { getTexts } from '@/components/texts/get-texts';
import type { CaseEvent } from '@/lib/application/queries/case-events';
import type { StaffRequest } from '@/lib/application/queries/staff-requests';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { parseLocalDate } from '@/lib/kernel/time';

type Asked = Pick<StaffRequest, 'number' | 'state' | 'documents'>;

/**
 * What happened to a case, as a sentence without its subject: who did it stands beside. `requests` are those of
 * the case, as they stand now: what was uploaded for one is staff's to read only when its answer is sent.
 */
export function wordEvent(
  event: CaseEvent,
  locale: Locale,
  requests: readonly Asked[] = [],
): string {
  const t = getTexts(locale, 'staff');
  const after = factsOf(event.after, locale);
  const before = factsOf(event.before, locale);
  switch (event.kind) {
    case 'application-concluded':
      return t(after.text('state') === 'qualified' ? 'events.qualified' : 'events.not-qualified');
    case 'anchoring-verified':
      return after.text('to') === ''
        ? t('events.anchoring-verified', { from: after.day('from') })
        : t('events.anchoring-verified-to', { from: after.day('from'), to: after.day('to') });
    case 'ranking-overridden':
      return t('events.ranking-overridden', {
        from: before.number('position'),
        to: after.number('position'),
      });
    case 'application-registered':
      return t(
        after.text('way') === 'post'
          ? 'events.application-registered-post'
          : 'events.application-registered-email',
      );
    case 'document-attached': {
      const request = requests.find(({ number }) => number === after.number('request'));
      if (request === undefined) return t('events.document-attached');
      const { number } = request;
      return getTexts(locale, 'requests')(
        `staff.uploaded.${becameOf(request, after.text('documentId'))}`,
        { number },
      );
    }
    case 'document-removed': {
      const number = before.number('request');
      return number === 0
        ? t('events.document-removed')
        : getTexts(locale, 'requests')('staff.uploadRemoved', { number });
    }
    case 'deadline-extended':
      return t('events.deadline-extended', { until: after.day('until') });
    case 'information-requested':
      return t(
        after.text('asks') === 'document'
          ? 'events.information-requested-document'
          : 'events.information-requested-answer',
        { due: after.day('dueOn') },
      );
    case 'information-request-reminded':
      return t('events.information-request-reminded', { due: after.day('dueOn') });
    case 'information-request-answered':
      return t(
        after.is('late')
          ? 'events.information-request-answered-late'
          : 'events.information-request-answered',
      );
    case 'put-on-waiting-list':
      return t('events.put-on-waiting-list', { number: after.number('number') });
    default: {
      const key = `events.${event.kind}` as 'events.application-submitted';
      return t.has(key) ? t(key) : t('events.other', { kind: event.kind });
    }
  }
}

/** What has become of a file that was uploaded for an answer. */
function becameOf({ state, documents }: Asked, documentId: string): 'waits' | 'sent' | 'unsent' {
  if (state === 'open') return 'waits';
  return documents.some(({ id }) => id === documentId) ? 'sent' : 'unsent';
}

/** Reads the facts of an event, which are whatever the act of its day wrote down. */
function factsOf(recorded: unknown, locale: Locale) {
  const facts: Record<string, unknown> =
    typeof recorded === 'object' && recorded !== null ? { ...recorded } : {};
  const text = (name: string) => {
    const value = facts[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    text,
    is: (name: string) => facts[name] === true,
    number: (name: string) => Number(facts[name] ?? 0),
    day: (name: string) => {
      const day = parseLocalDate(text(name));
      return day === null ? '' : formatLongDate(day, locale);
    },
  };
}
