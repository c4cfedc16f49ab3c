import type { Metadata } from 'next';
import { AboutYouFields } from '@/components/application/about-you-fields';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { wholeAddresses } from '@/components/ui/mail-address';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'about-you');
}

export default async function AboutYouPage(props: StepPageProps) {
  const { view, field } = await readStepForm(props, 'about-you');
  const t = getTexts(view.locale, 'application');
  return (
    <StepPage
      view={view}
      step="about-you"
      heading={t('aboutYou.heading')}
      lead={wholeAddresses(t('aboutYou.lead', { email: view.application.email }))}
    >
      <StepForm view={view} step="about-you" label={t('aboutYou.heading')}>
        <AboutYouFields locale={view.locale} field={field} />
      </StepForm>
    </StepPage>
  );
}
