import type { ReactNode } from 'react';
import { describedBy, ErrorMessage, Hint, OptionalMark, type FieldWords } from './field-frame';
import styles from './field.module.css';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface GroupProps extends FieldWords {
  name: string;
  choices: readonly Choice[];
}

/** One of several. The first button carries the group's id, so that the error summary can link to it. */
export function RadioGroup({
  defaultValue,
  ...props
}: GroupProps & { defaultValue?: string | undefined }) {
  const { id, name, locale, label, hint, error, optional, choices } = props;
  const aria = describedBy(props);
  return (
    <fieldset
      className={`ds-fieldset ${styles.group}`}
      aria-describedby={aria['aria-describedby']}
      data-invalid={error ? 'true' : undefined}
    >
      <legend className="ds-label">
        {label}
        {optional ? <OptionalMark locale={locale} /> : null}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} locale={locale}>
        {error}
      </ErrorMessage>
      {choices.map((choice, index) => (
        <Option
          key={choice.value}
          id={index === 0 ? id : `${id}-${choice.value}`}
          name={name}
          choice={choice}
          checked={choice.value === defaultValue}
        />
      ))}
    </fieldset>
  );
}

function Option(props: { id: string; name: string; choice: Choice; checked: boolean }) {
  const { id, name, choice, checked } = props;
  return (
    <div className={`ds-field ${styles.option}`}>
      <input
        className="ds-input"
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
      />
      <label className="ds-label" htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint ? (
        <div data-field="description" id={`${id}-choice-hint`}>
          {choice.hint}
        </div>
      ) : null}
    </div>
  );
}
