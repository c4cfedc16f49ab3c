import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { readPageAids } from '@/app/page-aids';
import { applicationPath } from '@/components/application/application-paths';
import { canBeWithdrawn, caseStanding } from '@/components/application/case-standing';
import { WithdrawView } from '@/components/application/withdraw-view';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { Script } from '@/components/frame/page-aids';
import { getTexts } from '@/components/texts/get-texts';
import { isNews } from '@/components/texts/word-problem';
import { bindFields } from '@/components/ui/bind-fields';
import { readOwnApplication, type OwnApplicationParams } from '../../read-application';
import { readOutcome } from '../../read-outcome';

interface Props extends OwnApplicationParams {
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: first, reference } = await params;
  const { locale } = await readOwnApplication(first, reference);
  const title = getTexts(locale, 'my-application')('withdraw.title');
  const back = await readFormReturn('withdraw', searchParams);
  const isRefused = back?.problems.some((problem) => !isNews(problem)) ?? false;
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function WithdrawPage({ params, searchParams }: Props) {
  const { locale: first, reference } = await params;
  const { locale, application, person } = await readOwnApplication(first, reference);
  const back = await readFormReturn('withdraw', searchParams);
  if (application.state === 'draft' && back === null) {
    redirect(applicationPath(locale, reference, 'delete'));
  }
  const standing = caseStanding(application, await readOutcome(person, reference));
  const isWayOut = application.withdrawable && canBeWithdrawn[standing];
  if (!isWayOut && back === null) redirect(applicationPath(locale, reference));
  const problems = wordApplicationProblems(locale, 'my-application', back?.problems ?? []);
  const field = bindFields({ locale, problems, values: back?.typed ?? {} });
  const isWaiting = standing === 'waiting-list';
  return (
    <>
      <WithdrawView {...{ locale, application, isWaiting, problems, field }} />
      <Script name="characters" aids={await readPageAids()} />
    </>
  );
}
