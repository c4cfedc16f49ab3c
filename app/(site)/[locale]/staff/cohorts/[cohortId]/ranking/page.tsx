import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { ForColleagues } from '@/components/admission/for-colleagues';
import { LockPanel } from '@/components/admission/lock-panel';
import { MovePanel } from '@/components/admission/move-panel';
import { Criteria, NotQualified, Unconcluded } from '@/components/admission/ranking-lists';
import { RankingTable } from '@/components/admission/ranking-table';
import { Page } from '@/components/frame/page';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { DoneNotice } from '@/components/staff/done-notice';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { formatInstant } from '@/lib/kernel/dates';
import { readNow } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';
import { previewOrFigures } from '../read-preview';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

const forms = ['override', 'withdraw-override', 'lock'] as const;

const read = cache(async (sentLocale: string, cohortId: string) => {
  const visit = await readStaffPage(sentLocale);
  const found = await rankingPreview(visit.platform, visit.person, { cohortId });
  return { ...visit, ...(await previewOrFigures(visit, cohortId, found)) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, preview, admission } = await read(sentLocale, cohortId);
  const { cohort } = preview ?? admission;
  const page = getTexts(locale, 'admission')('ranking.title');
  const title = cohortPageTitle(page, cohort, locale);
  return { title: await titleOf(title, locale, searchParams, forms) };
}

export default async function RankingPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform, ...found } = await read(sentLocale, cohortId);
  const [moveForm = null, withdrawForm = null, lockForm = null] = await Promise.all(
    forms.map((form) => readReturnedForm(form, 'admission', locale, searchParams)),
  );
  const t = getTexts(locale, 'admission');
  const now = await readNow(platform);
  const head = {
    locale,
    actor: person,
    now,
    current: 'ranking',
    title: t('ranking.title'),
  } as const;
  const problems = [
    ...scopedProblems('move', moveForm),
    ...scopedProblems('withdraw-move', withdrawForm),
    ...scopedProblems('lock', lockForm),
  ];
  if (found.preview === null) {
    return <ForColleagues {...head} admission={found.admission} problems={problems} />;
  }
  const { preview } = found;
  const sent = await searchParams;
  const moving = typeof sent['move'] === 'string' ? sent['move'] : undefined;
  const { cohort, locked, rows, mayChange } = preview;
  const live = locked === null;
  const admission = live
    ? null
    : orNoSuchPage(locale, await cohortAdmission(platform, person, { cohortId }));
  const offers = admission?.releasedAt ? admission.offerRows : null;
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={problems} />
      <DoneNotice
        locale={locale}
        done={sent['done']}
        acts={{
          moved: {
            words: t('done.moved'),
            isSo: live && rows.some(({ override }) => override !== null),
          },
          'move-withdrawn': { words: t('done.move-withdrawn'), isSo: live },
          locked: { words: t('done.locked'), isSo: !live },
        }}
      />
      <CohortHead {...head} cohort={cohort} />
      {live ? (
        <p>{t('ranking.live')}</p>
      ) : (
        <Notice
          kind="info"
          locale={locale}
          heading={t('ranking.locked', {
            when: formatInstant(locked.at, cohort.zone, locale),
            by: locked.by,
          })}
        >
          <p>{t('ranking.lockedText')}</p>
          <p>
            <a href={`/${locale}/staff/cohorts/${cohort.id}/release`}>{t('ranking.toRelease')}</a>
          </p>
        </Notice>
      )}
      <WithActs
        locale={locale}
        acts={
          live ? (
            <>
              <Unconcluded
                locale={locale}
                preview={preview}
                mayConclude={can(person, 'conclude-application')}
              />
              {mayChange ? (
                <LockPanel locale={locale} preview={preview} returned={lockForm} />
              ) : null}
              {mayChange && rows.length > 0 ? (
                <MovePanel locale={locale} preview={preview} moving={moving} returned={moveForm} />
              ) : null}
            </>
          ) : null
        }
      >
        {rows.length === 0 ? null : (
          <p>{t('ranking.summary', { count: rows.length, capacity: cohort.capacity })}</p>
        )}
        <RankingTable locale={locale} preview={preview} moving={moving} offers={offers} />
        <NotQualified locale={locale} preview={preview} isReleased={offers !== null} />
        <Criteria locale={locale} preview={preview} />
      </WithActs>
    </Page>
  );
}
