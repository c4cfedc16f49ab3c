import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { ButtonLink } from '@/components/ui/button';
import { inWords } from '@/components/ui/date-with-days';
import { Heading } from '@/components/ui/heading';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationPath } from './application-paths';
import { aboutState, standingOf, stateInWords, type Case } from './case-words';
import type { UndoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import { UndoButton } from './undo-panel';
import styles from './case.module.css';

/** One's application with whether a withdrawal of it can be undone. */
type ListedCase = Case & { readonly undo: UndoOfWithdrawal | null };

/** All of one's applications, each with where it stands and the thing to do. */
export function CaseList({ locale, cases }: { locale: Locale; cases: readonly ListedCase[] }) {
  const t = getTexts(locale, 'my-application');
  return (
    <Page>
      <div className={styles.page}>
        <Heading level={1}>{t('list.title')}</Heading>
        {cases.length === 0 ? (
          <>
            <p>{t('list.empty')}</p>
            <p>
              <ButtonLink href={`/${locale}`}>{t('list.find')}</ButtonLink>
            </p>
          </>
        ) : (
          <>
            <p>{t('list.lead')}</p>
            <ul className={styles.cases}>
              {cases.map((subject) => (
                <CaseItem key={subject.application.reference} locale={locale} subject={subject} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}

function CaseItem({ locale, subject }: { locale: Locale; subject: ListedCase }) {
  const { undo } = subject;
  const t = getTexts(locale, 'my-application');
  const { reference, cohort } = subject.application;
  const standing = standingOf(subject);
  const isAwaited = (subject.application.awaited ?? null) !== null;
  const href =
    standing === 'offer' ? `/${locale}/offers/${reference}` : applicationPath(locale, reference);
  return (
    <li
      className={
        standing === 'offer' || isAwaited ? `${styles.case} ${styles.answer}` : styles.case
      }
    >
      <p className={styles.subject}>
        {t('cohort', { programme: cohort.programme.name[locale], cohort: cohort.name })}
      </p>
      <Heading level={2} size="sm">
        <a href={applicationPath(locale, reference)}>{stateInWords(locale, subject)}</a>
      </Heading>
      <Awaited locale={locale} subject={subject} />
      {aboutState(locale, subject)
        .slice(0, 1)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      {undo?.hindrance === null ? (
        <>
          <p>
            {getTexts(locale, 'drafts')(standing === 'deleted' ? 'undo.draft' : 'undo.arrived', {
              instant: formatInstant(undo.until, cohort.zone, locale),
            })}
          </p>
          <UndoButton locale={locale} reference={reference} />
        </>
      ) : null}
      {standing === 'offer' || standing === 'draft' ? (
        <p>
          <ButtonLink href={href}>
            {t(standing === 'offer' ? 'list.answer' : 'list.continue')}
          </ButtonLink>
        </p>
      ) : null}
      <p className={styles.subject}>
        {t.rich('list.reference', {
          reference,
          code: (words) => <span className={styles.reference}>{words}</span>,
        })}
      </p>
    </li>
  );
}

/** What we wait for from the applicant, and by when. */
function Awaited({ locale, subject }: { locale: Locale; subject: Case }) {
  const { reference, cohort, awaited = null } = subject.application;
  if (awaited === null) return null;
  const t = getTexts(locale, 'requests');
  const today = localDateOf(subject.now, cohort.zone);
  const date = formatLongDate(awaited.dueOn, locale);
  return (
    <>
      <p>
        <strong>{t('list.awaited')}.</strong>{' '}
        {awaited.dueOn < today
          ? t('list.overdue', { date })
          : t('list.due', { date, inWords: inWords(awaited.dueOn, today, locale) })}
      </p>
      <p>
        <ButtonLink href={applicationPath(locale, reference, `requests/${awaited.number}`)}>
          {t('list.act')}
        </ButtonLink>
      </p>
    </>
  );
}
