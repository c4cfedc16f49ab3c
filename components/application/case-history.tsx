import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { ApplicantEvent } from '@/lib/application/queries/my-timeline';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import { applicationPath } from './application-paths';
import styles from './case.module.css';

interface Happening {
  readonly at: Instant;
  readonly words: string;
  /** What was asked, or what was answered, in its writer's own words. */
  readonly quote?: string | undefined;
  readonly more?: { readonly href: string; readonly words: string } | undefined;
}

/** What has happened in the case, the newest first, each with its time. */
export function CaseHistory({
  locale,
  application,
  events,
  outcome,
}: {
  locale: Locale;
  application: MyApplication;
  events: readonly ApplicantEvent[];
  outcome: ApplicantOutcome;
}) {
  const happenings = [
    ...events.map((event) => happeningOf(locale, application, event)),
    ...outcomeHappenings(locale, outcome),
  ]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .toReversed();
  return (
    <ol className={styles.history} reversed>
      {happenings.map(({ at, words, quote, more }, index) => (
        <li key={index}>
          <time dateTime={at.toISOString()}>
            {formatInstant(at, application.cohort.zone, locale)}
          </time>
          <div>
            <Words words={words} more={more} />
            {quote === undefined ? null : <blockquote className={styles.quote}>{quote}</blockquote>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Words({ words, more }: Pick<Happening, 'words' | 'more'>): ReactNode {
  if (more === undefined) return <p>{words}</p>;
  return (
    <p>
      {words}. <a href={more.href}>{more.words}</a>
    </p>
  );
}

function happeningOf(
  locale: Locale,
  { reference, requests, receivedAt }: MyApplication,
  event: ApplicantEvent,
): Happening {
  const t = getTexts(locale, 'my-application');
  const { at, kind, step, filename, revision, until, way } = event;
  const request = requests.find(({ number }) => number === event.request);
  switch (kind) {
    case 'application-changed':
      return {
        at,
        words:
          step === null
            ? t('history.application-changed')
            : t('history.application-changed-step', {
                step: getTexts(locale, 'application')(`steps.${step}`),
              }),
        more: {
          href: `${applicationPath(locale, reference, 'revisions')}${between(revision)}`,
          words: t('history.seeChange'),
        },
      };
    case 'application-withdrawal-undone': {
      const wasDraft = receivedAt === null || at < receivedAt;
      return { at, words: t(wasDraft ? 'history.draft-undone' : `history.${kind}`) };
    }
    case 'application-registered':
      return { at, words: t(`history.registered-${way ?? 'email'}`) };
    case 'document-attached':
    case 'document-removed':
    case 'infected-document-removed':
      return { at, words: t(`history.${kind}`, { filename: filename ?? '' }) };
    case 'deadline-extended':
      return {
        at,
        words: t('history.deadline-extended', {
          until: until === null ? '' : formatLongDate(until, locale),
        }),
      };
    case 'information-requested':
      return {
        at,
        words: t('history.information-requested', {
          due: request === undefined ? '' : formatLongDate(request.dueOn, locale),
        }),
        quote: request?.question,
      };
    case 'information-request-reminded':
      return {
        at,
        words: t('history.information-request-reminded', {
          due: request === undefined ? '' : formatLongDate(request.dueOn, locale),
        }),
      };
    case 'information-request-answered':
      return {
        at,
        words: t('history.information-request-answered', { late: request?.late ? 'yes' : 'no' }),
        quote: request?.answer ?? undefined,
      };
    default:
      return { at, words: t(`history.${kind}`) };
  }
}

/** The query that compares a revision with the one before it. */
function between(revision: number | null): string {
  return revision === null ? '' : `?from=${revision - 1}&to=${revision}`;
}

function outcomeHappenings(locale: Locale, outcome: ApplicantOutcome): Happening[] {
  const t = getTexts(locale, 'my-application');
  switch (outcome.kind) {
    case 'offer': {
      const told = { at: outcome.openedAt, words: t('history.offer') };
      const { standing, answeredAt } = outcome;
      if (answeredAt === null || (standing !== 'accepted' && standing !== 'declined'))
        return [told];
      return [told, { at: answeredAt, words: t(`history.${standing}`) }];
    }
    case 'waiting-list':
    case 'refusal':
      return [{ at: outcome.toldAt, words: t(`history.${outcome.kind}`) }];
    case 'none':
      return [];
  }
}
