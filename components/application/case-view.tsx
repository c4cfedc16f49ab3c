import { Page } from '@/components/frame/page';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import type { UndoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { ApplicantEvent } from '@/lib/application/queries/my-timeline';
import type { Locale } from '@/lib/kernel/locale';
import { Anew, CaseActions, WithdrawLink } from './case-actions';
import { CaseContents } from './case-contents';
import { CaseHistory } from './case-history';
import { caseWay, wayWords } from './case-way';
import { aboutState, standingOf, stateInWords, type Case } from './case-words';
import type { Merged } from './conflict';
import { MergedNotice } from './conflict-notice';
import { Contact } from './contact';
import { InfectedNotice } from './infected-notice';
import { RequestNotices } from './request-notices';
import { Section } from './section';
import { UndoPanel } from './undo-panel';
import styles from './case.module.css';

/** What was just done, on this page or on the one that led here. */
export type CaseDone = 'saved' | 'answer-saved' | 'withdrawn' | 'undone';

/** One's own application: where it stands, what one can do, what comes, and everything in it. */
export function CaseView({
  locale,
  application,
  outcome,
  events,
  done,
  merged,
  undo,
  problems,
}: {
  locale: Locale;
  application: MyApplication;
  /** What has happened in it, the oldest first. */
  events: readonly ApplicantEvent[];
  outcome: ApplicantOutcome;
  /** What was just done, for a word about it. */
  done: CaseDone | null;
  /** What another window had changed when a step was saved, and is kept. */
  merged: Merged | null;
  /** Whether a withdrawal can be undone; null when there is none, or it is too late. */
  undo: UndoOfWithdrawal | null;
  /** What was wrong with a form of this page. */
  problems: readonly FieldProblem[];
}) {
  const t = getTexts(locale, 'my-application');
  const subject: Case = { application, outcome, now: application.now };
  const stations = caseWay(locale, subject);
  const way = wayWords(locale, stations);
  const standing = standingOf(subject);
  const isAnswer = standing === 'offer';
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={`/${locale}/applications`}>{t('list.toList')}</BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        {merged === null ? null : (
          <MergedNotice locale={locale} reference={application.reference} merged={merged} />
        )}
        {done === null || merged !== null ? null : (
          <Notice kind="success" locale={locale} live>
            <p>{doneInWords(locale, application, done)}</p>
          </Notice>
        )}
        <RequestNotices locale={locale} application={application} />
        {/* What can no longer be done anything about is told below, in what has happened. */}
        <InfectedNotice
          locale={locale}
          application={application}
          infected={application.infected.filter(({ next }) => next.kind !== 'nothing')}
        />
        <header className={isAnswer ? `${styles.head} ${styles.answer}` : styles.head}>
          <p className={styles.subject}>
            {t('cohort', {
              programme: application.cohort.programme.name[locale],
              cohort: application.cohort.name,
            })}
            . {t('reference')} <strong className={styles.reference}>{application.reference}</strong>
          </p>
          <Heading level={1}>{stateInWords(locale, subject)}</Heading>
          {aboutState(locale, subject).map((paragraph) => (
            <p key={paragraph} className={styles.words}>
              {paragraph}
            </p>
          ))}
          <CaseActions locale={locale} subject={subject} application={application} />
        </header>
        {undo === null ? null : (
          <UndoPanel
            locale={locale}
            reference={application.reference}
            zone={application.cohort.zone}
            hasArrived={application.receivedAt !== null}
            undo={undo}
          />
        )}
        <Anew locale={locale} application={application} undo={undo} />
        {stations.length === 0 ? null : (
          <Section id="way" heading={way.heading}>
            <Way locale={locale} label={way.label} stations={stations} direction="down" />
          </Section>
        )}
        <CaseContents locale={locale} application={application} />
        <Section id="history" heading={t('history.heading')}>
          <CaseHistory
            locale={locale}
            application={application}
            events={events}
            outcome={outcome}
          />
        </Section>
        <Section id="contact" heading={t('contact.heading')}>
          <Contact
            locale={locale}
            programme={application.cohort.programme}
            reference={application.reference}
          />
        </Section>
        <WithdrawLink locale={locale} subject={subject} application={application} />
      </div>
    </Page>
  );
}

function doneInWords(locale: Locale, { state, receivedAt }: MyApplication, done: CaseDone): string {
  const t = getTexts(locale, 'my-application');
  if (done === 'undone') {
    const drafts = getTexts(locale, 'drafts');
    return drafts(receivedAt === null ? 'undo.doneDraft' : 'undo.doneArrived');
  }
  if (done === 'withdrawn') return t('withdrawnNow');
  if (done === 'answer-saved') return getTexts(locale, 'requests')('page.saved');
  return t(state === 'submitted' ? 'savedSubmitted' : 'saved');
}
