import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getPlatform } from '@/app/platform';
import { applicationAction } from '@/components/application/application-paths';
import { choicesOf, type WorkplaceChoices } from '@/components/application/workplace-choice';
import { WorkplaceFields } from '@/components/application/workplace-fields';
import { readWorkplaceReturn } from '@/components/application/workplace-return';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { bindFields } from '@/components/ui/bind-fields';
import { searchWorkplaces } from '@/lib/application/queries/workplace-search';
import { workplaceStanding } from '@/lib/application/queries/workplace-standing';
import { compactOrganisationNumber } from '@/lib/kernel/organisation-number';
import { readPerson } from '../../read-application';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'workplace', ['workplace'], readWorkplaceReturn);
}

export default async function WorkplacePage(props: StepPageProps) {
  const read = await readStepForm(props, 'workplace', readWorkplaceReturn);
  const { back, values } = read;
  const { locale, application } = read.view;
  const { reference } = application;
  const typed = (name: string) => values[name]?.[0] ?? '';
  const platform = await getPlatform();
  const { person } = await readPerson(locale);
  const claim = {
    organisationNumber: compactOrganisationNumber(typed('organisationNumber')),
    unit: typed('unit'),
  };
  const standing = await workplaceStanding(platform, person, { reference, claim });
  let results: WorkplaceChoices | null = null;
  if (back?.pressed === 'search') {
    const search = await searchWorkplaces(platform, person, { reference, typed: typed('search') });
    results = search.ok ? choicesOf(locale, typed('search').trim(), search.value) : null;
  }
  // What need not be answered cannot be wrong.
  const problems = read.view.problems.filter(
    ({ field }) => !(standing.kyrIsKnown && (field === 'worksWithKyr' || field === 'howKyr')),
  );
  const view = { ...read.view, problems };
  const t = getTexts(locale, 'application');
  const { near } = await props.searchParams;
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <StepPage
      view={view}
      step="workplace"
      heading={t('workplace.heading')}
      lead={t('workplace.lead')}
    >
      <StepForm view={view} step="workplace" label={t('workplace.heading')}>
        <WorkplaceFields
          locale={locale}
          field={bindFields({ locale, values, problems })}
          values={values}
          results={results}
          wasChosen={back?.pressed === 'choose'}
          standing={standing}
          isAsking={near === 'yes' && back === null}
          asksRegister={platform.businessRegister !== null}
          source={`${applicationAction(locale, reference, 'workplace')}/search`}
        />
      </StepForm>
      <script src="/enhance/workplace.js" defer nonce={nonce} />
    </StepPage>
  );
}
