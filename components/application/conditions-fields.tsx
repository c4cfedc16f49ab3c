import { getTexts } from '@/components/texts/get-texts';
import { Checkbox } from '@/components/ui/checkbox';
import { conditions } from '@/lib/application/rules/answers';
import type { Locale } from '@/lib/kernel/locale';
import type { BindField } from './step-form';

/** The three confirmations, each a tick of its own. */
export function ConditionsFields({ locale, field }: { locale: Locale; field: BindField }) {
  const t = getTexts(locale, 'application');
  return conditions.map((name) => (
    <Checkbox
      key={name}
      {...field(name)}
      label={t(`conditions.${name}`)}
      hint={t(`conditions.${name}Hint`)}
    />
  ));
}
