import type { Metadata } from 'next';
import { ProgrammeView } from '@/components/programme/programme-view';
import { getTexts } from '@/components/texts/get-texts';
import { readProgrammePage } from '../../read-programme-page';

interface PageProps {
  params: Promise<{ locale: string; slug: string; cohort: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug, cohort } = await params;
  const read = await readProgrammePage(locale, slug, cohort);
  const { texts } = read.page.programme;
  const t = getTexts(read.locale, 'programme');
  return {
    title: t('title', {
      name: texts.name[read.locale],
      cohort: read.page.cohort?.facts.name ?? cohort,
    }),
    description: texts.summary[read.locale],
  };
}

/** One cohort of a programme: open, coming or past. */
export default async function CohortPage({ params }: PageProps) {
  const { locale, slug, cohort } = await params;
  return <ProgrammeView {...await readProgrammePage(locale, slug, cohort)} />;
}
