import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import styles from './field.module.css';

export interface TextFieldProps extends FieldWords {
  name: string;
  defaultValue?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** Said in the hint, not enforced by the browser: a paste that is cut in silence helps nobody. */
  characterLimit?: number;
  /** The width tells how much is expected. */
  width?: 'short' | 'medium' | 'full';
  spellCheck?: boolean;
  readOnly?: boolean;
}

/** One line of text. The server judges it; nothing is refused by the browser. */
export function TextField(props: TextFieldProps) {
  const { id, name, defaultValue, type = 'text', autoComplete, inputMode, width = 'full' } = props;
  const words = withLimit(props);
  const figures = inputMode === 'numeric' || inputMode === 'decimal' || type === 'tel';
  const classes = [
    'ds-input',
    width === 'full' ? '' : styles[width],
    figures ? styles.figures : '',
  ];
  return (
    <FieldFrame {...words}>
      <input
        className={classes.filter(Boolean).join(' ')}
        id={id}
        name={name}
        type={type}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={props.spellCheck}
        readOnly={props.readOnly}
        {...describedBy(words)}
      />
    </FieldFrame>
  );
}

/** The words of a field with its limit said in the hint. */
export function withLimit(props: FieldWords & { characterLimit?: number }): FieldWords {
  const { id, locale, label, hint, error, optional, characterLimit } = props;
  const limit =
    characterLimit === undefined
      ? null
      : getTexts(locale, 'common')('characterLimit', { count: characterLimit });
  const both =
    limit === null ? (
      hint
    ) : typeof hint === 'string' ? (
      `${hint} ${limit}`
    ) : (
      <>
        {hint} {limit}
      </>
    );
  return { id, locale, label, hint: both, error, optional };
}
