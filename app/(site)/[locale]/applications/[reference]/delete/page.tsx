import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { applicationPath } from '@/components/application/application-paths';
import { DeleteView } from '@/components/application/delete-view';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { getTexts } from '@/components/texts/get-texts';
import { isNews } from '@/components/texts/word-problem';
import { readOwnApplication, type OwnApplicationParams } from '../../read-application';

interface Props extends OwnApplicationParams {
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: first, reference } = await params;
  const { locale } = await readOwnApplication(first, reference);
  const title = getTexts(locale, 'drafts')('delete.title');
  const back = await readFormReturn('delete', searchParams);
  const isRefused = back?.problems.some((problem) => !isNews(problem)) ?? false;
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function DeletePage({ params, searchParams }: Props) {
  const { locale: first, reference } = await params;
  const { locale, application } = await readOwnApplication(first, reference);
  const back = await readFormReturn('delete', searchParams);
  if (application.state !== 'draft' && back === null) redirect(applicationPath(locale, reference));
  const problems = wordApplicationProblems(locale, 'drafts', back?.problems ?? []);
  return <DeleteView {...{ locale, application, problems }} />;
}
