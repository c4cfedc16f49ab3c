import type { ReactNode } from 'react';
import { Page } from '@/components/frame/page';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { FormFooter } from '@/components/ui/form';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import type { UndoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { RemovedForVirus } from '@/lib/application/queries/document-removals';
import type { ApplicantEvent } from '@/lib/application/queries/my-timeline';
import { answerSteps } from '@/lib/application/rules/steps';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { AnswersView } from './answers-view';
import { applicationPath, receiptFile, stepPath } from './application-paths';
import { CaseHistory } from './case-history';
import { canBeWithdrawn } from './case-standing';
import { caseWay } from './case-way';
import { aboutState, standingOf, stateInWords, type Case } from './case-words';
import type { Merged } from './conflict';
import { MergedNotice } from './conflict-notice';
import { Contact } from './contact';
import { DocumentList } from './document-list';
import { InfectedNotice } from './infected-notice';
import { RequestNotices } from './request-notices';
import { UndoPanel } from './undo-panel';
import styles from './case.module.css';
import sections from './section.module.css';

/** One's own application: where it stands, what one can do, what comes, and everything in it. */
export function CaseView({
  locale,
  application,
  outcome,
  events,
  infected,
  done,
  merged,
  undo,
  problems,
}: {
  locale: Locale;
  application: MyApplication;
  /** What has happened in it, the oldest first. */
  events: readonly ApplicantEvent[];
  /** What the virus scanner had removed. */
  infected: readonly RemovedForVirus[];
  outcome: ApplicantOutcome;
  /** What was just done, for a word about it. */
  done: 'saved' | 'withdrawn' | 'undone' | null;
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
          infected={infected.filter(({ next }) => next.kind !== 'nothing')}
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
          <Actions locale={locale} subject={subject} application={application} />
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
          <Section id="way" heading={t('way.heading')}>
            <Way locale={locale} label={t('way.label')} stations={stations} direction="down" />
          </Section>
        )}
        <Contents locale={locale} application={application} />
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
        {application.state === 'draft' || (application.withdrawable && canBeWithdrawn[standing]) ? (
          <p>
            {application.state === 'draft' ? (
              <a href={applicationPath(locale, application.reference, 'delete')}>
                {getTexts(locale, 'drafts')('delete.link')}
              </a>
            ) : (
              <a href={applicationPath(locale, application.reference, 'withdraw')}>
                {t('actions.withdraw')}
              </a>
            )}
          </p>
        ) : null}
      </div>
    </Page>
  );
}

function doneInWords(
  locale: Locale,
  { state, receivedAt }: MyApplication,
  done: 'saved' | 'withdrawn' | 'undone',
): string {
  const t = getTexts(locale, 'my-application');
  if (done === 'undone') {
    const drafts = getTexts(locale, 'drafts');
    return drafts(receivedAt === null ? 'undo.doneDraft' : 'undo.doneArrived');
  }
  if (done === 'withdrawn') return t('withdrawnNow');
  return t(state === 'submitted' ? 'savedSubmitted' : 'saved');
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section className={sections.section} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {heading}
      </Heading>
      {children}
    </section>
  );
}

/** What one can do now; the thing to do first and left. */
function Actions({
  locale,
  subject,
  application,
}: {
  locale: Locale;
  subject: Case;
  application: MyApplication;
}) {
  const t = getTexts(locale, 'my-application');
  const { reference, cohort, continueWith } = application;
  switch (standingOf(subject)) {
    case 'draft':
      return (
        <FormFooter>
          <ButtonLink href={stepPath(locale, reference, continueWith)}>
            {t(continueWith === 'summary' ? 'actions.finish' : 'actions.continue')}
          </ButtonLink>
        </FormFooter>
      );
    case 'offer':
      return (
        <FormFooter>
          <ButtonLink href={`/${locale}/offers/${reference}`}>{t('actions.answer')}</ButtonLink>
        </FormFooter>
      );
    case 'bound':
      return (
        <FormFooter>
          <ButtonLink href={`/${locale}/offers/${reference}/enrolled`}>
            {t('actions.seeSlip')}
          </ButtonLink>
        </FormFooter>
      );
    case 'received':
      return (
        <>
          {application.editable ? (
            <FormFooter>
              <ButtonLink variant="secondary" href="#answers">
                {t('actions.change')}
              </ButtonLink>
            </FormFooter>
          ) : null}
          <p>
            <a href={applicationPath(locale, reference, 'receipt')}>{t('actions.receipt')}</a>
          </p>
        </>
      );
    case 'draft-closed':
    case 'cohort-cancelled':
      return (
        <p>
          <a href={`/${locale}/programmes/${cohort.programme.slug}`}>{t('actions.next')}</a>
        </p>
      );
    default:
      return null;
  }
}

/** Until when what is sent can be changed, and the way to each part of it. */
function Changes({ locale, application }: { locale: Locale; application: MyApplication }) {
  const t = getTexts(locale, 'my-application');
  const { deadline, reference } = application;
  return (
    <>
      <p>{t('actions.changeNote', { date: formatLongDate(deadline, locale) })}</p>
      <ul>
        {answerSteps.map((step) => (
          <li key={step}>
            <a href={stepPath(locale, reference, step, 'application')}>
              {t('actions.changeStep', {
                step: getTexts(locale, 'application')(`steps.${step}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** After a withdrawal, below the way back: a new application now, or when there will be a cohort. */
function Anew(props: {
  locale: Locale;
  application: MyApplication;
  undo: UndoOfWithdrawal | null;
}) {
  const { locale, application, undo } = props;
  const { cohort, state, window } = application;
  if (state !== 'withdrawn' || undo?.hindrance?.kind === 'applied-anew') return null;
  const t = getTexts(locale, 'my-application');
  const ofProgramme = encodeURIComponent(cohort.programme.slug);
  return (
    <p>
      {window === 'open' ? (
        <a href={`/${locale}/apply/${ofProgramme}/${encodeURIComponent(cohort.slug)}`}>
          {t('actions.again')}
        </a>
      ) : (
        <a href={`/${locale}/programmes/${ofProgramme}`}>{t('actions.next')}</a>
      )}
    </p>
  );
}

/** Documents and answers: of an application that has arrived, or that can no longer be continued. */
function Contents({ locale, application }: { locale: Locale; application: MyApplication }) {
  const t = getTexts(locale, 'my-application');
  const { editable, state, reference } = application;
  if (state === 'draft' && editable) return null;
  if (application.isErased) return <p>{getTexts(locale, 'drafts')('deleted.erased')}</p>;
  return (
    <>
      <Section id="documents" heading={t('answers.documents')}>
        <DocumentList locale={locale} application={application} removable={false} />
        {editable ? (
          <p>
            <a href={stepPath(locale, reference, 'documents', 'application')}>
              {getTexts(locale, 'application')('summary.changeDocuments')}
            </a>
          </p>
        ) : null}
      </Section>
      <Section id="answers" heading={t('answers.heading')}>
        {application.receivedAt === null ? null : (
          <p>
            <a href={receiptFile(locale, reference)} download>
              {t('receiptFile.save')}
            </a>
          </p>
        )}
        {editable ? <Changes locale={locale} application={application} /> : null}
        {application.receivedAt === null ? null : (
          <p>
            <a href={applicationPath(locale, reference, 'revisions')}>{t('revisions.link')}</a>
          </p>
        )}
        <Details summary={t('answers.all')}>
          <AnswersView
            locale={locale}
            application={application}
            from={editable ? 'application' : null}
            level={3}
          />
        </Details>
      </Section>
    </>
  );
}
