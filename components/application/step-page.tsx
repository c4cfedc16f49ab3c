import type { ReactNode } from 'react';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { inWords } from '@/components/ui/date-with-days';
import { Script, SessionFoot, SessionWarning, type PageAids } from '@/components/frame/page-aids';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Heading } from '@/components/ui/heading';
import { Steps } from '@/components/ui/steps';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { applicationSteps, type ApplicationStep } from '@/lib/application/rules/steps';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationPath, stepPath, type CameFrom } from './application-paths';
import type { Conflict, Merged } from './conflict';
import { ConflictNotice, MergedNotice } from './conflict-notice';
import { stepStations } from './step-stations';
import styles from './step-page.module.css';

/** What every step's page is given: the application, whence one came, and what was wrong. */
export interface StepView {
  readonly locale: Locale;
  readonly application: MyApplication;
  readonly from: CameFrom | null;
  readonly problems: readonly FieldProblem[];
  /** What another window had changed when the step before this page was saved, and is kept. */
  readonly merged: Merged | null;
  /** What another window has changed since the form was shown; null when the form met nothing. */
  readonly conflict: Conflict | null;
  /** The prints of what the form shows; null on a page that saves no answers. */
  readonly shown: string | null;
  /** The form came back: it holds what was typed, not what is saved. */
  readonly isUnsaved: boolean;
  /** What the page's scripts need. */
  readonly aids: PageAids;
}

/** The frame of one step: where one is, what must be corrected, the theme, and its form. */
export function StepPage({
  view,
  step,
  heading,
  lead,
  children,
}: {
  view: StepView;
  step: ApplicationStep;
  heading: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { locale, application, from, problems } = view;
  const t = getTexts(locale, 'application');
  const { cohort, deadline, now, reference } = application;
  const isDraft = application.state === 'draft';
  return (
    <Page className={styles.page}>
      <StepBackLink view={view} step={step} />
      {view.conflict === null ? null : <ConflictNotice locale={locale} conflict={view.conflict} />}
      <ErrorSummary
        locale={locale}
        problems={problems.filter(({ isSaidAbove }) => isSaidAbove !== true)}
      />
      {view.merged === null ? null : (
        <MergedNotice locale={locale} reference={reference} merged={view.merged} />
      )}
      <p className={styles.about}>
        {`${t('frame.about', {
          programme: cohort.programme.name[locale],
          cohort: cohort.name,
        })}. ${t('frame.deadline', {
          date: formatLongDate(deadline, locale),
          inWords: inWords(deadline, localDateOf(now, cohort.zone), locale),
        })}.`}
      </p>
      <Heading level={1}>{heading}</Heading>
      {from === null && isDraft ? (
        <Steps
          locale={locale}
          label={t('steps.label')}
          stations={stepStations(locale, reference, application.steps, step)}
        />
      ) : null}
      {lead ? <div className={styles.lead}>{lead}</div> : null}
      {application.state === 'submitted' ? (
        <p className={styles.lead}>{t('frame.submittedNote')}</p>
      ) : null}
      {children}
      {isDraft ? (
        <p data-print="no">
          <a href={applicationPath(locale, reference, 'delete')}>
            {getTexts(locale, 'drafts')('delete.link')}
          </a>
        </p>
      ) : null}
      <SessionFoot locale={locale} aids={view.aids} zone={cohort.zone} />
      <SessionWarning locale={locale} aids={view.aids} hasForm={view.shown !== null} />
      {view.shown !== null && view.conflict === null && isDraft ? (
        <Script name="autosave" aids={view.aids} />
      ) : null}
      <Script name="characters" aids={view.aids} />
    </Page>
  );
}

function StepBackLink({ view, step }: { view: StepView; step: ApplicationStep }) {
  const { locale, application, from } = view;
  const t = getTexts(locale, 'application');
  const previous = applicationSteps[applicationSteps.indexOf(step) - 1];
  if (from === 'summary') {
    return (
      <BackLink href={applicationPath(locale, application.reference, 'summary')}>
        {t('steps.toSummary')}
      </BackLink>
    );
  }
  if (previous === undefined || from === 'application') {
    return (
      <BackLink href={applicationPath(locale, application.reference)}>
        {t('steps.toApplication')}
      </BackLink>
    );
  }
  return (
    <BackLink href={stepPath(locale, application.reference, previous)}>
      {t('steps.previous', { step: t(`steps.${previous}`) })}
    </BackLink>
  );
}
