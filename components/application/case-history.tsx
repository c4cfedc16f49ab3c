import { getTexts } from '@/components/texts/get-texts';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { ApplicantEvent, MyApplication } from '@/lib/application/queries/my-application';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import styles from './case.module.css';

interface Happening {
  readonly at: Instant;
  readonly words: string;
}

/** What has happened in the case, the newest first, each with its time. */
export function CaseHistory({
  locale,
  application,
  outcome,
}: {
  locale: Locale;
  application: MyApplication;
  outcome: ApplicantOutcome;
}) {
  const happenings = [
    ...application.events.map((event) => ({ at: event.at, words: eventInWords(locale, event) })),
    ...outcomeHappenings(locale, outcome),
  ]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .toReversed();
  return (
    <ol className={styles.history}>
      {happenings.map(({ at, words }, index) => (
        <li key={index}>
          <time dateTime={at.toISOString()}>
            {formatInstant(at, application.cohort.zone, locale)}
          </time>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}

function eventInWords(locale: Locale, { kind, step, filename }: ApplicantEvent): string {
  const t = getTexts(locale, 'my-application');
  switch (kind) {
    case 'application-changed':
      return step === null
        ? t('history.application-changed')
        : t('history.application-changed-step', {
            step: getTexts(locale, 'application')(`steps.${step}`),
          });
    case 'document-attached':
    case 'document-removed':
      return t(`history.${kind}`, { filename: filename ?? '' });
    default:
      return t(`history.${kind}`);
  }
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
