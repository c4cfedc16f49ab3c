import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { withLimit } from './text-field';

export interface TextAreaProps extends FieldWords {
  name: string;
  defaultValue?: string | undefined;
  rows?: number;
  /** Said in the hint; the server counts. */
  characterLimit?: number;
}

/** Several lines of text. `rows` shows how much is expected. */
export function TextArea(props: TextAreaProps) {
  const words = withLimit(props);
  return (
    <FieldFrame {...words}>
      <textarea
        className="ds-input"
        id={props.id}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={props.defaultValue}
        {...describedBy(words)}
      />
    </FieldFrame>
  );
}
