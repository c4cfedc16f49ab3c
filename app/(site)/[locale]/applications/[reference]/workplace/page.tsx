import type { Metadata } from 'next';
import { WorkplaceFields } from '@/components/application/workplace-fields';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'workplace');
}

export default async function WorkplacePage(props: StepPageProps) {
  const { view, field } = await readStepForm(props, 'workplace');
  const t = getTexts(view.locale, 'application');
  return (
    <StepPage
      view={view}
      step="workplace"
      heading={t('workplace.heading')}
      lead={t('workplace.lead')}
    >
      <StepForm view={view} step="workplace" label={t('workplace.heading')}>
        <WorkplaceFields locale={view.locale} field={field} />
      </StepForm>
    </StepPage>
  );
}
