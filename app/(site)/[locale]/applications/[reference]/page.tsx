import type { Metadata } from 'next';
import type { SearchParams } from '@/app/form-return';
import { stateInWords } from '@/components/application/case-words';
import { CaseView } from '@/components/application/case-view';
import { getTexts } from '@/components/texts/get-texts';
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
  return { title: getTexts(locale, 'my-application')('title', { state, programme }) };
}

export default async function ApplicationPage(props: Props) {
  const { locale, application, outcome } = await read(props);
  const { saved, done } = await props.searchParams;
  const happened = done === 'withdrawn' && application.state === 'withdrawn';
  return (
    <CaseView
      locale={locale}
      application={application}
      outcome={outcome}
      done={happened ? 'withdrawn' : saved === 'yes' ? 'saved' : null}
    />
  );
}
