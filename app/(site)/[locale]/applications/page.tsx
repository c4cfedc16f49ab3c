import type { Metadata } from 'next';
import { getPlatform } from '@/app/platform';
import { CaseList } from '@/components/application/case-list';
import { getTexts } from '@/components/texts/get-texts';
import { undoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import { myApplications } from '@/lib/application/queries/my-applications';
import { readOutcome } from './read-outcome';
import { readPerson } from './read-application';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await readPerson((await params).locale);
  return { title: getTexts(locale, 'my-application')('list.title') };
}

export default async function ApplicationsPage({ params }: Props) {
  const { locale, person } = await readPerson((await params).locale);
  const platform = await getPlatform();
  const { applications, now } = await myApplications(platform, person);
  const cases = await Promise.all(
    applications.map(async (application) => ({
      application,
      outcome: await readOutcome(person, application.reference),
      undo:
        application.state === 'withdrawn'
          ? await undoOfWithdrawal(platform, person, application)
          : null,
      now,
    })),
  );
  return <CaseList locale={locale} cases={cases} />;
}
