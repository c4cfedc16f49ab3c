import { getTexts } from '@/components/texts/get-texts';
import { TextField } from '@/components/ui/text-field';
import { coursesMaximum } from '@/lib/application/rules/answers';
import { groupsTyped } from '@/lib/application/rules/repeatable-groups';
import type { CategoryFieldsProps } from './category-fields-props';
import { RepeatableGroups } from './repeatable-groups';

/** Courses and further education, one group each. */
export function CourseGroups({ locale, field, values, pressed }: CategoryFieldsProps) {
  const t = getTexts(locale, 'application');
  return (
    <RepeatableGroups
      {...{ locale, field, pressed }}
      list="courses"
      button="course"
      count={Math.max(1, groupsTyped(values, 'courses'))}
      maximum={coursesMaximum}
      intro={t('category.course.intro')}
      fields={(own) => (
        <>
          <TextField {...own('name')} label={t('category.course.name')} autoComplete="off" />
          <TextField
            {...own('provider')}
            label={t('category.course.provider')}
            autoComplete="off"
          />
          <TextField
            {...own('year')}
            label={t('category.course.year')}
            hint={t('category.course.yearHint')}
            inputMode="numeric"
            autoComplete="off"
            width="short"
          />
        </>
      )}
    />
  );
}
