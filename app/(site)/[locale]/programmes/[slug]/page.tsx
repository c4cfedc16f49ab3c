import type { Metadata } from 'next';
import { ProgrammeView } from '@/components/programme/programme-view';
import { readProgrammePage } from '../read-programme-page';

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const read = await readProgrammePage(locale, slug);
  const { texts } = read.page.programme;
  return { title: texts.name[read.locale], description: texts.summary[read.locale] };
}

/** A programme, with the cohort that matters to somebody who thinks of applying. */
export default async function ProgrammePage({ params }: PageProps) {
  const { locale, slug } = await params;
  return <ProgrammeView {...await readProgrammePage(locale, slug)} />;
}
