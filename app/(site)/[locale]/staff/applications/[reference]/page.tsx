import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { Page } from '@/components/frame/page';
import { AnchoringPanel } from '@/components/staff/anchoring-panel';
import { ApplicationAnswers } from '@/components/staff/application-answers';
import { ApplicationDocuments } from '@/components/staff/application-documents';
import { ApplicationHead } from '@/components/staff/application-head';
import { ApplicationHistory } from '@/components/staff/application-history';
import { ApplicationMissing } from '@/components/staff/application-missing';
import { ApplicationRevisions } from '@/components/staff/application-revisions';
import { ConcludePanel } from '@/components/staff/conclude-panel';
import { DoneNotice } from '@/components/staff/done-notice';
import { OwnNotice } from '@/components/staff/own-notice';
import { RequestPanel } from '@/components/staff/request-panel';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import type { Area } from '@/components/texts/areas';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { conclusions } from '@/lib/assessment/queries/conclusions';
import { readReturnedForm, titleOf } from '../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../read-staff-page';
import { readNeighbours } from './read-neighbours';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: SearchParams;
}

const forms = [
  'conclude',
  'verify-anchoring',
  'withdraw-anchoring',
  'request-information',
  'withdraw-request',
] as const;

/** Where the words for a form's problems are, when not among the staff's. */
const areas: Partial<Record<(typeof forms)[number], Area>> = {
  'request-information': 'requests',
  'withdraw-request': 'requests',
};

const read = cache(async (sentLocale: string, reference: string) => {
  const visit = await readStaffPage(sentLocale);
  const { locale, person, platform } = visit;
  const application = orNoSuchPage(locale, await staffApplication(platform, person, { reference }));
  return { ...visit, application };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: sentLocale, reference } = await params;
  const { locale, application } = await read(sentLocale, reference);
  // Names stay out of titles: those are kept in histories and shown in tabs.
  const title = getTexts(locale, 'staff')('application.title', {
    reference: application.reference,
  });
  return { title: await titleOf(title, locale, searchParams, forms) };
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const { locale: sentLocale, reference } = await params;
  const { locale, person, platform, application } = await read(sentLocale, reference);
  const { awaitsAnswer } = application.own;
  const concluded = awaitsAnswer
    ? []
    : orNoSuchPage(locale, await conclusions(platform, person, { reference }));
  const [
    concludeForm = null,
    verifyForm = null,
    withdrawForm = null,
    askForm = null,
    takeBackForm = null,
  ] = await Promise.all(
    forms.map((form) => readReturnedForm(form, areas[form] ?? 'staff', locale, searchParams)),
  );
  const anchorings = application.workplace?.anchorings ?? [];
  const sent = await searchParams;
  const returned = concludeForm ?? verifyForm ?? withdrawForm ?? askForm ?? takeBackForm;
  const list = typeof sent['list'] === 'string' ? sent['list'] : returned?.typed['list']?.[0];
  const neighbours = await readNeighbours(platform, person, application, list);
  const t = getTexts(locale, 'staff');
  return (
    <Page wide>
      <ErrorSummary
        locale={locale}
        problems={[
          ...scopedProblems('conclude', concludeForm),
          ...scopedProblems('verify', verifyForm),
          ...scopedProblems(
            `withdraw-${withdrawForm?.typed['anchoringId']?.[0] ?? ''}`,
            withdrawForm,
          ),
          ...scopedProblems('ask', askForm),
          ...scopedProblems(
            `withdraw-request-${takeBackForm?.typed['number']?.[0] ?? ''}`,
            takeBackForm,
          ),
        ]}
      />
      <DoneNotice
        locale={locale}
        done={sent['done']}
        acts={{
          registered: {
            words: t('done.registered'),
            isSo: application.events.some(({ kind }) => kind === 'application-registered'),
          },
          concluded: {
            words: t('done.concluded'),
            isSo: concluded.some(({ replacedAt }) => replacedAt === null),
          },
          requested: {
            words: getTexts(locale, 'requests')('staff.done.requested'),
            isSo: application.requests.some(({ state }) => state === 'open'),
          },
          'request-withdrawn': {
            words: getTexts(locale, 'requests')('staff.done.withdrawn'),
            isSo: application.requests.some(({ state }) => state === 'withdrawn'),
          },
          'anchoring-verified': {
            words: t('done.anchoring-verified'),
            isSo: anchorings.some(({ withdrawnAt }) => withdrawnAt === null),
          },
          'anchoring-withdrawn': {
            words: t('done.anchoring-withdrawn'),
            isSo: anchorings.some(({ withdrawnAt }) => withdrawnAt !== null),
          },
        }}
      />
      <ApplicationHead
        locale={locale}
        application={application}
        neighbours={neighbours}
        list={list}
      />
      <WithActs
        locale={locale}
        acts={
          <>
            <OwnNotice locale={locale} application={application} />
            {awaitsAnswer ? null : (
              <ConcludePanel
                locale={locale}
                application={application}
                conclusions={concluded}
                returned={concludeForm}
                list={list}
              />
            )}
            <RequestPanel
              locale={locale}
              application={application}
              returnedAsk={askForm}
              returnedWithdraw={takeBackForm}
              list={list}
            />
            <AnchoringPanel
              locale={locale}
              application={application}
              returnedVerify={verifyForm}
              returnedWithdraw={withdrawForm}
              list={list}
            />
          </>
        }
      >
        <ApplicationMissing locale={locale} application={application} />
        <ApplicationAnswers locale={locale} application={application} />
        <ApplicationDocuments locale={locale} application={application} />
        <ApplicationRevisions locale={locale} application={application} />
        <ApplicationHistory locale={locale} application={application} />
      </WithActs>
    </Page>
  );
}
