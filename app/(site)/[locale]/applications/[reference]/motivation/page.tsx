import type { Metadata } from 'next';
import { MotivationFields } from '@/components/application/motivation-fields';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'motivation');
}

export default async function MotivationPage(props: StepPageProps) {
  const { view, field } = await readStepForm(props, 'motivation');
  const t = getTexts(view.locale, 'application');
  return (
    <StepPage view={view} step="motivation" heading={t('motivation.heading')}>
      <StepForm view={view} step="motivation" label={t('motivation.heading')}>
        <MotivationFields locale={view.locale} field={field} />
      </StepForm>
    </StepPage>
  );
}
