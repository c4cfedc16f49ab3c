import type { Metadata } from 'next';
import { ConditionsFields } from '@/components/application/conditions-fields';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'conditions');
}

export default async function ConditionsPage(props: StepPageProps) {
  const { view, field } = await readStepForm(props, 'conditions');
  const t = getTexts(view.locale, 'application');
  return (
    <StepPage
      view={view}
      step="conditions"
      heading={t('conditions.heading')}
      lead={t('conditions.lead')}
    >
      <StepForm view={view} step="conditions" label={t('conditions.heading')}>
        <ConditionsFields locale={view.locale} field={field} />
      </StepForm>
    </StepPage>
  );
}
