import type { Metadata } from 'next';
import { cache } from 'react';
import type { SearchParams } from '@/app/form-return';
import { ForColleagues } from '@/components/admission/for-colleagues';
import { ReleaseOutcome } from '@/components/admission/release-outcome';
import { ReleasePanel } from '@/components/admission/release-panel';
import { PlaceFigures, ReleasePlan } from '@/components/admission/release-plan';
import { Page } from '@/components/frame/page';
import { CohortHead, cohortPageTitle } from '@/components/staff/cohort-head';
import { DoneNotice } from '@/components/staff/done-notice';
import { scopedProblems } from '@/components/staff/scoped-fields';
import { WithActs } from '@/components/staff/with-acts';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { cohortAdmission } from '@/lib/admission/queries/cohort-admission';
import { releasePreview } from '@/lib/admission/queries/release-preview';
import { formatInstant } from '@/lib/kernel/dates';
import { readNow } from '@/lib/platform/database';
import { readReturnedForm, titleOf } from '../../../read-returned-form';
import { orNoSuchPage, readStaffPage } from '../../../read-staff-page';
import { previewOrFigures } from '../read-preview';

interface Props {
  params: Promise<{ locale: string; cohortId: string }>;
  searchParams: SearchParams;
}

const read = cache(async (sentLocale: string, cohortId: string) => {
  const visit = await readStaffPage(sentLocale);
  const found = await releasePreview(visit.platform, visit.person, { cohortId });
  return { ...visit, ...(await previewOrFigures(visit, cohortId, found)) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, preview, admission } = await read(sentLocale, cohortId);
  const { cohort } = preview ?? admission;
  const page = getTexts(locale, 'admission')('release.title');
  const title = cohortPageTitle(page, cohort, locale);
  return { title: await titleOf(title, locale, searchParams, ['release']) };
}

export default async function ReleasePage({ params, searchParams }: Props) {
  const { locale: sentLocale, cohortId } = await params;
  const { locale, person, platform, ...found } = await read(sentLocale, cohortId);
  const returned = await readReturnedForm('release', 'admission', locale, searchParams);
  const t = getTexts(locale, 'admission');
  const now = await readNow(platform);
  const head = {
    locale,
    actor: person,
    now,
    current: 'release',
    title: t('release.title'),
  } as const;
  const problems = scopedProblems('release', returned);
  if (found.preview === null) {
    return <ForColleagues {...head} admission={found.admission} problems={problems} />;
  }
  const { preview } = found;
  const { done } = await searchParams;
  const { cohort, locked, released, offers, waitingList, refusals } = preview;
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={problems} />
      <DoneNotice
        locale={locale}
        done={done}
        acts={{ released: { words: t('done.released'), isSo: released !== null } }}
      />
      <CohortHead {...head} cohort={cohort} />
      {locked === null ? (
        <Notice kind="info" locale={locale} heading={t('release.notLocked')}>
          <p>{t('release.notLockedText')}</p>
          <p>
            <a href={`/${locale}/staff/cohorts/${cohort.id}/ranking`}>{t('release.toRanking')}</a>
          </p>
        </Notice>
      ) : released === null ? (
        <WithActs
          locale={locale}
          acts={
            preview.mayRelease ? (
              <ReleasePanel locale={locale} preview={preview} returned={returned} />
            ) : null
          }
        >
          <p>{t('release.previewText')}</p>
          <PlaceFigures locale={locale} preview={preview} />
          <ReleasePlan locale={locale} preview={preview} />
        </WithActs>
      ) : (
        <>
          <Notice
            kind="info"
            locale={locale}
            heading={t('release.done', {
              when: formatInstant(released.at, cohort.zone, locale),
              by: released.by,
            })}
          >
            {t('release.doneSummary', {
              offers: offers.length,
              waiting: waitingList.length,
              refusals: refusals.length,
            })}
          </Notice>
          <PlaceFigures locale={locale} preview={preview} />
          <ReleaseOutcome
            locale={locale}
            preview={preview}
            offers={
              orNoSuchPage(locale, await cohortAdmission(platform, person, { cohortId }))
                .offerRows ?? []
            }
          />
        </>
      )}
    </Page>
  );
}
