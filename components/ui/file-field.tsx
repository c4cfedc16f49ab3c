import { getTexts } from '@/components/texts/get-texts';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import styles from './field.module.css';

export interface FileFieldProps extends FieldWords {
  name: string;
  /** What the chooser offers first; the server looks at the file itself. */
  accept?: string;
  megabytes?: number;
}

/** One file. Its form needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  // Media types too: an iPhone that is asked for JPEG and not for HEIC hands over a JPEG.
  const {
    accept = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png',
    megabytes = 10,
    locale,
  } = props;
  const words = {
    ...props,
    hint: props.hint ?? getTexts(locale, 'common')('fileHint', { megabytes }),
  };
  return (
    <FieldFrame {...words}>
      <input
        className={styles.file}
        type="file"
        id={props.id}
        name={props.name}
        accept={accept}
        {...describedBy(words)}
      />
    </FieldFrame>
  );
}
