import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { ErrorMessage } from '@/components/ui/field-frame';
import { Heading } from '@/components/ui/heading';
import { TextField } from '@/components/ui/text-field';
import { coursesMaximum } from '@/lib/application/rules/answers';
import { groupsTyped } from '@/lib/application/rules/repeatable-groups';
import type { Locale } from '@/lib/kernel/locale';
import type { CategoryFieldsProps } from './category-fields-props';
import type { BindField } from './step-form';
import styles from './groups.module.css';

/** Courses and further education, one group each. */
export function CourseGroups({ locale, field, values, pressed }: CategoryFieldsProps) {
  const t = getTexts(locale, 'application');
  const count = Math.max(1, groupsTyped(values, 'courses'));
  const wasRemoved = pressed?.startsWith('remove-course-') ?? false;
  return (
    <section
      className={styles.list}
      id="courses"
      tabIndex={-1}
      autoFocus={wasRemoved}
      aria-labelledby="course-heading"
    >
      <Heading level={2} id="course-heading">
        {t('category.course.heading')}
      </Heading>
      <p>{t('category.course.intro')}</p>
      {wasRemoved ? <p role="status">{t('category.rearranged.remove-course')}</p> : null}
      <ErrorMessage id="courses" locale={locale}>
        {field('courses').error}
      </ErrorMessage>
      {Array.from({ length: count }, (_, at) => (
        <CourseFields
          key={at}
          at={at}
          locale={locale}
          field={field}
          isNew={pressed === 'add-course' && at === count - 1}
        />
      ))}
      {count < coursesMaximum ? (
        <Button variant="secondary" name="_intent" value="add-course">
          {t('category.course.add')}
        </Button>
      ) : null}
    </section>
  );
}

function CourseFields({
  at,
  locale,
  field,
  isNew,
}: {
  at: number;
  locale: Locale;
  field: BindField;
  isNew: boolean;
}) {
  const t = getTexts(locale, 'application');
  const own = (name: string) => field(`courses.${at}.${name}`);
  return (
    <fieldset className={styles.group} tabIndex={-1} autoFocus={isNew}>
      <legend>{t('category.course.group', { number: at + 1 })}</legend>
      <TextField {...own('name')} label={t('category.course.name')} autoComplete="off" />
      <TextField {...own('provider')} label={t('category.course.provider')} autoComplete="off" />
      <TextField
        {...own('year')}
        label={t('category.course.year')}
        hint={t('category.course.yearHint')}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <Button variant="tertiary" name="_intent" value={`remove-course-${at}`}>
        {t('category.course.remove', { number: at + 1 })}
      </Button>
    </fieldset>
  );
}
