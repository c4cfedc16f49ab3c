import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { LockPanel } from '@/components/admission/lock-panel';
import { MovePanel } from '@/components/admission/move-panel';
import { Criteria, NotQualified, Unconcluded } from '@/components/admission/ranking-lists';
import { RankingTable } from '@/components/admission/ranking-table';
import { Page } from '@/components/frame/page';
import { CohortHead } from '@/components/staff/cohort-head';
import { DoneNotice } from '@/components/staff/done-notice';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { rankingPreview } from '@/lib/admission/queries/ranking-preview';
import { formatInstant } from '@/lib/kernel/dates';
import { isLocale } from '@/lib/kernel/locale';
import { readNow } from '@/lib/platform/database';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const title = getTexts(locale, 'admission')('ranking.title');
  return { title: await titleOf(title, locale, searchParams) };
}

export default async function RankingPage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform } = await readStaffPage(sentLocale);
  const preview = orNoSuchPage(await rankingPreview(platform, person, { cohortId }));
  const [moveForm, withdrawForm, lockForm] = await Promise.all([
    readReturnedForm('override', 'admission', locale, searchParams),
    readReturnedForm('withdraw-override', 'admission', locale, searchParams),
    readReturnedForm('lock', 'admission', locale, searchParams),
  ]);
  const sent = await searchParams;
  const moving = typeof sent['move'] === 'string' ? sent['move'] : undefined;
  const { cohort, locked, rows, mayChange } = preview;
  const t = getTexts(locale, 'admission');
  const live = locked === null;
  return (
    <Page wide>
      <ErrorSummary
        locale={locale}
        problems={[
          ...scopedProblems('move', moveForm),
          ...scopedProblems('withdraw-move', withdrawForm),
          ...scopedProblems('lock', lockForm),
        ]}
      />
      <DoneNotice
        locale={locale}
        done={sent['done']}
        words={{
          moved: t('done.moved'),
          'move-withdrawn': t('done.move-withdrawn'),
          locked: t('done.locked'),
        }}
      />
      <CohortHead
        locale={locale}
        actor={person}
        cohort={cohort}
        now={await readNow(platform)}
        current="ranking"
        title={t('ranking.title')}
      />
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
              <Unconcluded locale={locale} preview={preview} />
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
        <p>{t('ranking.summary', { count: rows.length, capacity: cohort.capacity })}</p>
        <RankingTable locale={locale} preview={preview} moving={moving} />
        <NotQualified locale={locale} preview={preview} />
        <Criteria locale={locale} preview={preview} />
      </WithActs>
    </Page>
  );
}
