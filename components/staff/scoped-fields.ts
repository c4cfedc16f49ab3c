import { bindFields, type FieldBinding } from '@/components/ui/bind-fields';
import type { FieldProblem } from '@/components/ui/field-problem';
import type { Locale } from '@/lib/kernel/locale';

type Typed = Readonly<Record<string, readonly string[]>>;

/** What came back to one of a page's several forms, with its problems already worded. */
export interface ReturnedForm {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

/**
 * Binds the fields of one of several forms on a page. Names stay as the form has them; ids get the
 * form's scope in front, so that two forms can both have a reason.
 */
export function scopedFields(
  locale: Locale,
  scope: string,
  returned: ReturnedForm | null,
): (name: string) => FieldBinding {
  const field = bindFields({
    locale,
    values: returned?.typed ?? {},
    problems: returned?.problems ?? [],
  });
  return (name) => ({ ...field(name), id: `${scope}-${name}` });
}

/** A form's problems with the ids of its own fields, for the summary on top of the page. */
export function scopedProblems(scope: string, returned: ReturnedForm | null): FieldProblem[] {
  return (returned?.problems ?? []).map(({ field, message }) => ({
    field: field === '' ? '' : `${scope}-${field}`,
    message,
  }));
}
