import type { Metadata } from 'next';
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
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { conclusions } from '@/lib/assessment/queries/conclusions';
import { isLocale } from '@/lib/kernel/locale';
import { readReturnedForm, titleOf } from '../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../read-staff-page';
import { readNeighbours } from './read-neighbours';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, reference } = await params;
  if (!isLocale(locale)) return {};
  // Names stay out of titles: those are kept in histories and shown in tabs.
  const title = getTexts(locale, 'staff')('application.title', { reference });
  return { title: await titleOf(title, locale, searchParams) };
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const { locale: sentLocale, reference } = await params;
  const { locale, person, platform } = await readStaffPage(sentLocale);
  const application = orNoSuchPage(await staffApplication(platform, person, { reference }));
  const concluded = orNoSuchPage(await conclusions(platform, person, { reference }));
  const [concludeForm, verifyForm, withdrawForm] = await Promise.all([
    readReturnedForm('conclude', 'staff', locale, searchParams),
    readReturnedForm('verify-anchoring', 'staff', locale, searchParams),
    readReturnedForm('withdraw-anchoring', 'staff', locale, searchParams),
  ]);
  const sent = await searchParams;
  const returned = concludeForm ?? verifyForm ?? withdrawForm;
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
        ]}
      />
      <DoneNotice
        locale={locale}
        done={sent['done']}
        words={{
          registered: t('done.registered'),
          concluded: t('done.concluded'),
          'anchoring-verified': t('done.anchoring-verified'),
          'anchoring-withdrawn': t('done.anchoring-withdrawn'),
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
            <ConcludePanel
              locale={locale}
              application={application}
              conclusions={concluded}
              returned={concludeForm}
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
