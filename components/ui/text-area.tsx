import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { Locale } from '@/lib/kernel/locale';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { withLimit } from './text-field';
import styles from './field.module.css';

export interface TextAreaProps extends FieldWords {
  name: string;
  defaultValue?: string | undefined;
  rows?: number;
  /** Stands between the hint and the field: how somebody might have written. */
  example?: ReactNode;
  /** Said in the hint; the server counts. */
  characterLimit?: number;
}

/**
 * How many characters are left, as one writes: the page's script counts as the server does. Seen at once, and
 * heard when one pauses.
 */
function CharactersLeft({ id, locale, limit }: { id: string; locale: Locale; limit: number }) {
  const t = getTexts(locale, 'drafts');
  return (
    <div
      className={styles.characters}
      data-characters={limit}
      data-field-id={id}
      data-left-one={t('characters.leftOne')}
      data-left-other={t('characters.leftOther', { count: '{count}' })}
      data-over-one={t('characters.overOne')}
      data-over-other={t('characters.overOther', { count: '{count}' })}
    >
      <p aria-hidden="true" suppressHydrationWarning>
        {' '}
      </p>
      <p className="ds-sr-only" role="status" suppressHydrationWarning>
        {' '}
      </p>
    </div>
  );
}

/** Several lines of text. `rows` shows how much is expected. */
export function TextArea(props: TextAreaProps) {
  const words = withLimit(props);
  return (
    <FieldFrame {...words}>
      {props.example}
      <textarea
        className="ds-input"
        id={props.id}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={props.defaultValue}
        {...describedBy(words)}
      />
      {props.characterLimit === undefined ? null : (
        <CharactersLeft id={props.id} locale={props.locale} limit={props.characterLimit} />
      )}
    </FieldFrame>
  );
}
