import type { Metadata } from 'next';
import { CategoryFields } from '@/components/application/category-fields';
import { readCategoryReturn } from '@/components/application/category-return';
import { StepForm } from '@/components/application/step-form';
import { StepPage } from '@/components/application/step-page';
import { getTexts } from '@/components/texts/get-texts';
import { localDateOf } from '@/lib/kernel/time';
import { readStepForm, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'category', ['category'], readCategoryReturn);
}

export default async function CategoryPage(props: StepPageProps) {
  const { view, back, field, values } = await readStepForm(props, 'category', readCategoryReturn);
  const { locale, application } = view;
  const { programme, zone } = application.cohort;
  const t = getTexts(locale, 'application');
  return (
    <StepPage view={view} step="category" heading={t('category.heading')} lead={t('category.lead')}>
      <StepForm view={view} step="category" label={t('category.heading')}>
        <CategoryFields
          locale={locale}
          field={field}
          values={values}
          categories={programme.categories}
          today={localDateOf(application.now, zone)}
          pressed={back?.pressed ?? null}
        />
      </StepForm>
    </StepPage>
  );
}
