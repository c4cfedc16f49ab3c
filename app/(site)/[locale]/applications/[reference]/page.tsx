import type { Metadata } from 'next';
import { readFormReturn, wasRefused, type SearchParams } from '@/app/form-return';
import { getPlatform } from '@/app/platform';
import { stateInWords } from '@/components/application/case-words';
import { CaseView } from '@/components/application/case-view';
import { readMerged } from '@/components/application/conflict';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { getTexts } from '@/components/texts/get-texts';
import { undoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { readOwnApplication, type OwnApplicationParams } from '../read-application';
import { readOutcome } from '../read-outcome';

interface Props extends OwnApplicationParams {
  readonly searchParams: SearchParams;
}

async function read({ params }: OwnApplicationParams) {
  const { locale, reference } = await params;
  const own = await readOwnApplication(locale, reference);
  return { ...own, outcome: await readOutcome(own.person, reference) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, application, outcome } = await read(props);
  const state = stateInWords(locale, { application, outcome, now: application.now });
  const programme = application.cohort.programme.name[locale];
  const title = getTexts(locale, 'my-application')('title', { state, programme });
  const isRefused = await wasRefused(['undo'], props.searchParams);
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function ApplicationPage(props: Props) {
  const { locale, person, application, outcome } = await read(props);
  const { saved, done, merged } = await props.searchParams;
  const isWithdrawn = application.state === 'withdrawn';
  const back = await readFormReturn('undo', props.searchParams);
  const problems = wordApplicationProblems(locale, 'drafts', back?.problems ?? []);
  const platform = await getPlatform();
  const undo = isWithdrawn ? await undoOfWithdrawal(platform, person, application) : null;
  const events = await myTimeline(platform, person, application);
  return (
    <CaseView
      locale={locale}
      application={application}
      events={events ?? []}
      outcome={outcome}
      done={
        done === 'withdrawn' && isWithdrawn
          ? done
          : done === 'undone' && !isWithdrawn
            ? done
            : saved === 'yes'
              ? 'saved'
              : saved === 'answer' && application.requests.some(({ answerable }) => answerable)
                ? 'answer-saved'
                : null
      }
      merged={readMerged(merged)}
      undo={undo}
      problems={problems}
    />
  );
}
