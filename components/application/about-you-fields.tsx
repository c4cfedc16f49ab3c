import { getTexts } from '@/components/texts/get-texts';
import { RadioGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import { locales, type Locale } from '@/lib/kernel/locale';
import type { BindField } from './step-form';

/** Who applies, and how we reach them. */
export function AboutYouFields({ locale, field }: { locale: Locale; field: BindField }) {
  const t = getTexts(locale, 'application');
  return (
    <>
      <TextField
        {...field('name')}
        label={t('aboutYou.name')}
        hint={t('aboutYou.nameHint')}
        autoComplete="name"
      />
      <TextField
        {...field('phone')}
        label={t('aboutYou.phone')}
        hint={t('aboutYou.phoneHint')}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        width="medium"
      />
      <RadioGroup
        {...field('preferredLanguage')}
        label={t('aboutYou.preferredLanguage')}
        choices={locales.map((value) => ({ value, label: t(`aboutYou.languages.${value}`) }))}
      />
    </>
  );
}
