import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { ErrorMessage } from '@/components/ui/field-frame';
import { Heading } from '@/components/ui/heading';
import type { CategoryFieldsProps } from './category-fields-props';
import type { BindField } from './step-form';
import styles from './groups.module.css';

/** Groups of fields that the form's own buttons make more or fewer. What a button did is said, and has the focus. */
export function RepeatableGroups({
  locale,
  field,
  pressed,
  list,
  button,
  count,
  maximum,
  intro,
  fields,
  children,
}: Pick<CategoryFieldsProps, 'locale' | 'field' | 'pressed'> & {
  list: 'workPeriods' | 'courses';
  /** The word of its buttons and of its texts: "add-work", `category.work.add`. */
  button: 'work' | 'course';
  /** How many are shown. */
  count: number;
  maximum: number;
  intro: string;
  /** The fields of one group, by their names within it. */
  fields: (own: BindField) => ReactNode;
  /** Stands below the last of them. */
  children?: ReactNode;
}) {
  const t = getTexts(locale, 'application');
  const wasRemoved = pressed?.startsWith(`remove-${button}-`) ?? false;
  return (
    <section
      className={styles.list}
      id={list}
      tabIndex={-1}
      autoFocus={wasRemoved}
      aria-labelledby={`${button}-heading`}
    >
      <Heading level={2} id={`${button}-heading`}>
        {t(`category.${button}.heading`)}
      </Heading>
      <p>{intro}</p>
      {wasRemoved ? <p role="status">{t(`category.rearranged.remove-${button}`)}</p> : null}
      <ErrorMessage id={list} locale={locale}>
        {field(list).error}
      </ErrorMessage>
      {Array.from({ length: count }, (_, at) => (
        <fieldset
          key={at}
          className={styles.group}
          tabIndex={-1}
          autoFocus={pressed === `add-${button}` && at === count - 1}
        >
          <legend>{t(`category.${button}.group`, { number: at + 1 })}</legend>
          {fields((name) => field(`${list}.${at}.${name}`))}
          <Button variant="tertiary" name="_intent" value={`remove-${button}-${at}`}>
            {t(`category.${button}.remove`, { number: at + 1 })}
          </Button>
        </fieldset>
      ))}
      {count < maximum ? (
        <Button variant="secondary" name="_intent" value={`add-${button}`}>
          {t(`category.${button}.add`)}
        </Button>
      ) : null}
      {children}
    </section>
  );
}
