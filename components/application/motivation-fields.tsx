import { getTexts } from '@/components/texts/get-texts';
import { TextArea } from '@/components/ui/text-area';
import { lengths } from '@/lib/application/forms';
import type { Locale } from '@/lib/kernel/locale';
import { LongTextExample } from './long-text-example';
import type { BindField } from './step-form';

/** Why somebody wants the education. */
export function MotivationFields({ locale, field }: { locale: Locale; field: BindField }) {
  const t = getTexts(locale, 'application');
  return (
    <TextArea
      {...field('motivation')}
      label={t('motivation.motivation')}
      hint={t('motivation.motivationHint')}
      characterLimit={lengths.motivation}
      example={<LongTextExample locale={locale} field="motivation" />}
      rows={14}
    />
  );
}
