import { Page } from '@/components/frame/page';
import { CohortNotice, cohortPath } from '@/components/programme/cohort-notice';
import { KeyFacts } from '@/components/programme/key-facts';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';
import type { UndoableApplication } from '@/lib/admission/queries/undo-of-withdrawal';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { LocalDate } from '@/lib/kernel/time';
import type { CohortOnPage, ProgrammePage } from '@/lib/programme/queries/programme-page';
import type { ApplicationWindow } from '@/lib/programme/rules/application-window';
import { StartAct, type OwnBefore } from './start-act';
import { BeforeStart, StartContents } from './start-themes';
import { UndoInstead } from './undo-panel';
import styles from './case.module.css';

/** When one person can apply, extension and all. */
interface OwnWindow {
  readonly window: ApplicationWindow;
  readonly deadline: LocalDate;
}

/** What to know and have at hand before one applies, and the button. */
export function StartView({
  locale,
  page,
  cohort,
  isSignedIn,
  own,
  undoable,
  when,
  problems,
}: {
  locale: Locale;
  page: ProgrammePage;
  cohort: CohortOnPage;
  isSignedIn: boolean;
  own: OwnBefore | null;
  /** What this person has withdrawn and can have back. */
  undoable: UndoableApplication | null;
  /** When this person can apply; null for somebody who is not signed in. */
  when: OwnWindow | null;
  problems: readonly FieldProblem[];
}) {
  const t = getTexts(locale, 'application');
  const { texts } = page.programme;
  const isOpen = (when?.window ?? cohort.window) === 'open';
  const extendedUntil =
    when !== null && when.deadline > cohort.facts.applicationDeadline ? when.deadline : null;
  const act = { locale, cohort, isSignedIn, own };
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={cohortPath(cohort, locale)}>{t('start.back')}</BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        <header className={styles.head}>
          <p className={styles.subject}>{t('start.cohort', { cohort: cohort.facts.name })}</p>
          <Heading level={1}>
            {t('start.heading', { programme: nameInText(texts.name[locale], locale) })}
          </Heading>
        </header>
        {isOpen ? (
          <>
            <Prose lead>
              <p>{t('start.lead')}</p>
            </Prose>
            {extendedUntil === null ? null : (
              <Notice kind="info" locale={locale}>
                <p>{t('start.extended', { date: formatLongDate(extendedUntil, locale) })}</p>
              </Notice>
            )}
            {undoable === null ? null : (
              <UndoInstead locale={locale} zone={cohort.facts.zone} undoable={undoable} />
            )}
            <StartAct {...act} />
            <KeyFacts cohort={cohort} today={page.today} locale={locale} />
            <StartContents locale={locale} />
            <BeforeStart locale={locale} page={page} cohort={cohort} />
            {own === null ? <StartAct {...act} label={t('start.button')} /> : null}
          </>
        ) : (
          <>
            <CohortNotice page={page} locale={locale} />
            {undoable === null ? null : (
              <UndoInstead locale={locale} zone={cohort.facts.zone} undoable={undoable} />
            )}
            {own === null ? null : <StartAct {...act} />}
          </>
        )}
      </div>
    </Page>
  );
}
