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
  return (
    <ChoiceGroup
      {...props}
      type="radio"
      chosen={defaultValue === undefined ? [] : [defaultValue]}
    />
  );
}

/** Any of several, all under the same name. */
export function CheckboxGroup({
  chosen = [],
  ...props
}: GroupProps & { chosen?: readonly string[] }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={chosen} />;
}

function ChoiceGroup(
  props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] },
) {
  const { id, name, locale, label, hint, error, optional, choices, type, chosen } = props;
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
      <div className={styles.options}>
        {choices.map((choice, index) => (
          <Option
            key={choice.value}
            id={index === 0 ? id : `${id}-${choice.value}`}
            name={name}
            type={type}
            choice={choice}
            checked={chosen.includes(choice.value)}
            invalid={Boolean(error)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Option(props: {
  id: string;
  name: string;
  type: 'radio' | 'checkbox';
  choice: Choice;
  checked: boolean;
  invalid: boolean;
}) {
  const { id, name, type, choice, checked, invalid } = props;
  return (
    <div className={`ds-field ${styles.option}`}>
      <input
        className="ds-input"
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined}
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
