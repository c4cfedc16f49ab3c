import { getTexts } from '@/components/texts/get-texts';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectProps extends FieldWords {
  name: string;
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
  /** The words of the empty choice; `null` leaves it out. */
  placeholder?: string | null;
}

/** A drop-down: for more choices than radio buttons can show. */
export function Select(props: SelectProps) {
  const { id, name, options, defaultValue, locale } = props;
  const empty =
    props.placeholder === undefined ? getTexts(locale, 'common')('chooseOne') : props.placeholder;
  return (
    <FieldFrame {...props}>
      <select
        className="ds-input"
        data-width="auto"
        id={id}
        name={name}
        defaultValue={defaultValue ?? ''}
        {...describedBy(props)}
      >
        {empty === null ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
