import type { Locale } from '@/lib/kernel/locale';
import type { FieldProblem } from './field-problem';

/** What every field takes, beside its words. */
export interface FieldBinding {
  id: string;
  name: string;
  locale: Locale;
  defaultValue?: string;
  error?: string;
}

type Typed = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/**
 * Binds the fields of one form to what was typed and what was wrong with it:
 * `const field = bindFields({ locale, values, problems })`, then
 * `<TextField {...field('phone')} label={…} />`. The id of a field is its name.
 */
export function bindFields(form: {
  locale: Locale;
  values?: Typed;
  problems?: readonly FieldProblem[];
}): (name: string) => FieldBinding {
  return (name) => {
    const value = form.values?.[name];
    const first = typeof value === 'string' ? value : value?.[0];
    const problem = form.problems?.find(({ field }) => field === name);
    return {
      id: name,
      name,
      locale: form.locale,
      ...(first === undefined ? {} : { defaultValue: first }),
      ...(problem === undefined ? {} : { error: problem.message }),
    };
  };
}
