import type { Metadata } from 'next';
import { noSuchPage } from '@/app/no-such-page';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { StartView } from '@/components/application/start-view';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { getTexts } from '@/components/texts/get-texts';
import { isNews } from '@/components/texts/word-problem';
import { undoableApplication } from '@/lib/admission/queries/undo-of-withdrawal';
import { myApplicationToCohort, myWindow } from '@/lib/application/queries/my-applications';
import { nameInText } from '@/lib/kernel/name-in-text';
import { readProgrammePage } from '../../../programmes/read-programme-page';

interface Props {
  params: Promise<{ locale: string; slug: string; cohort: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: first, slug, cohort } = await params;
  const { locale, page } = await readProgrammePage(first, slug, cohort);
  const title = getTexts(locale, 'application')('start.title', {
    programme: nameInText(page.programme.texts.name[locale], locale),
    cohort: page.cohort?.facts.name ?? cohort,
  });
  const back = await readFormReturn('start-application', searchParams);
  const isRefused = back?.problems.some((problem) => !isNews(problem)) ?? false;
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function StartPage({ params, searchParams }: Props) {
  const { locale: first, slug, cohort: cohortSlug } = await params;
  const { locale, page } = await readProgrammePage(first, slug, cohortSlug);
  const { cohort } = page;
  if (cohort === null) noSuchPage(locale);
  const person = await readPageSession();
  const ofCohort = { cohortId: cohort.facts.id };
  const [own, when] =
    person === null
      ? [null, null]
      : await Promise.all([
          myApplicationToCohort(await getPlatform(), person, ofCohort),
          myWindow(await getPlatform(), person, ofCohort),
        ]);
  const undoable =
    person === null || own !== null
      ? null
      : await undoableApplication(await getPlatform(), person, ofCohort);
  const back = await readFormReturn('start-application', searchParams);
  const problems = wordApplicationProblems(locale, 'application', back?.problems ?? []);
  return (
    <StartView
      locale={locale}
      page={page}
      cohort={cohort}
      isSignedIn={person !== null}
      own={own}
      undoable={undoable}
      when={when}
      problems={problems}
    />
  );
}
