import type { Locale } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import type { Category } from '@/lib/programme/rules/programme-texts';
import type { BindField } from './step-form';
import type { FieldValues } from './typed-answers';

export interface CategoryFieldsProps {
  readonly locale: Locale;
  readonly field: BindField;
  readonly values: FieldValues;
  readonly categories: readonly Category[];
  readonly today: LocalDate;
  /** The button that the form was sent by, when it came back longer, shorter or counted. */
  readonly pressed: string | null;
}
