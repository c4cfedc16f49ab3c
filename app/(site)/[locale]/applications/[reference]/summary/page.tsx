import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn } from '@/app/form-return';
import { applicationPath } from '@/components/application/application-paths';
import { SummaryView } from '@/components/application/summary-view';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { readStepView, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'summary', ['submit']);
}

export default async function SummaryPage(props: StepPageProps) {
  const back = await readFormReturn('submit', props.searchParams);
  const view = await readStepView(props, back);
  const { locale, application } = view;
  if (application.state !== 'draft') redirect(applicationPath(locale, application.reference));
  // What is missing stands as it is now, in a list of its own; here is only what else was wrong.
  const problems = wordApplicationProblems(
    locale,
    'application',
    (back?.problems ?? []).filter(({ field }) => field === ''),
  );
  return <SummaryView view={{ ...view, from: null, problems }} wasRefused={back !== null} />;
}
