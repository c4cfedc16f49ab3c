import { parseLocalDate } from '@/lib/kernel/time';
import { formatDate } from '@/lib/kernel/dates';
import { getTexts } from '@/components/texts/get-texts';
import { TextField, type TextFieldProps } from './text-field';

/**
 * A day, typed as text: "31.12.2026", "1/6 2027" or "31122026" (`parseTypedDate` in the kernel).
 * Not `type=date`: the reader's device decides its order and language, its calendar is slow for
 * dates long past, and a mistyped date is lost before the server sees it. Not three fields: one
 * name in the form, one value to keep, one error to read, and a date can be pasted.
 */
export function DateField(props: Omit<TextFieldProps, 'type' | 'width' | 'characterLimit'>) {
  const day = parseLocalDate(props.defaultValue ?? '');
  return (
    <TextField
      {...props}
      hint={props.hint ?? getTexts(props.locale, 'common')('dateHint')}
      defaultValue={day === null ? props.defaultValue : formatDate(day)}
      inputMode={props.inputMode ?? 'numeric'}
      autoComplete={props.autoComplete ?? 'off'}
      width="short"
    />
  );
}
