import { getTexts } from '@/components/texts/get-texts';
import { RadioGroup } from '@/components/ui/choice-group';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { lengths } from '@/lib/application/forms';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import type { Category, CategoryRequirement } from '@/lib/programme/rules/programme-texts';
import type { CategoryFieldsProps } from './category-fields-props';
import { CourseGroups } from './course-groups';
import { LongTextExample } from './long-text-example';
import { WorkGroups } from './work-groups';
import styles from './depending.module.css';

/** The numbers of the categories with one of these requirements, as `data-for` takes them. */
function numbersOf(
  categories: readonly Category[],
  ...requirements: CategoryRequirement[]
): string {
  return categories
    .filter(({ requirement }) => requirements.includes(requirement))
    .map(({ number }) => number)
    .join(' ');
}

/** Numbers as `data-for` takes them, in words: "1, 2 eller 3". */
function inWords(numbers: string, locale: Locale): string {
  return new Intl.ListFormat(languageTag(locale), { type: 'disjunction' }).format(
    numbers.split(' '),
  );
}

/** The group somebody belongs to, and the questions for it. */
export function CategoryFields(props: CategoryFieldsProps) {
  const { locale, field, categories } = props;
  const t = getTexts(locale, 'application');
  const professions = numbersOf(categories, 'profession', 'profession-with-experience');
  const voluntary = numbersOf(categories, 'profession', 'work-and-courses');
  const byWork = numbersOf(categories, 'work-and-courses');
  return (
    <div className={styles.questions}>
      <button
        type="submit"
        name="_intent"
        value="continue"
        className={styles.enter}
        tabIndex={-1}
        aria-hidden="true"
      >
        {getTexts(locale, 'common')('continue')}
      </button>
      <RadioGroup
        {...field('categoryNumber')}
        label={t('category.categoryNumber')}
        choices={categories.map(({ number, name, description }) => ({
          value: String(number),
          label: t('category.choice', { number, name: name[locale] }),
          hint: description[locale],
        }))}
      />
      {professions === '' ? null : (
        <div data-for={professions} className={styles.part}>
          <ProfessionFields {...props} numbers={professions} />
        </div>
      )}
      {byWork === '' ? null : (
        <div data-for={byWork} className={styles.part}>
          <WorkAndCourses {...props} numbers={byWork} />
        </div>
      )}
      <div data-for={categories.map(({ number }) => number).join(' ')} className={styles.part}>
        <TextArea
          {...field('relevantExperience')}
          label={
            <>
              {t('category.relevantExperience')}
              <span data-for={voluntary} className={styles.optional}>
                {` (${getTexts(locale, 'common')('optional')})`}
              </span>
            </>
          }
          hint={t('category.relevantExperienceHint')}
          characterLimit={lengths.relevantExperience}
          example={<LongTextExample locale={locale} field="relevantExperience" />}
          rows={6}
        />
      </div>
    </div>
  );
}

function ProfessionFields({ locale, field, numbers }: CategoryFieldsProps & { numbers: string }) {
  const t = getTexts(locale, 'application');
  return (
    <>
      <p className={styles.whom}>{t('category.onlyFor', { numbers: inWords(numbers, locale) })}</p>
      <Notice kind="info" locale={locale}>
        <p>{t('category.documents.none')}</p>
      </Notice>
      <TextField
        {...field('profession')}
        label={t('category.profession')}
        hint={t('category.professionHint')}
        autoComplete="organization-title"
      />
      <TextArea
        {...field('education')}
        label={t('category.education')}
        hint={t('category.educationHint')}
        characterLimit={lengths.education}
        rows={4}
      />
      <TextField
        {...field('authorisationNumber')}
        label={t('category.authorisationNumber')}
        hint={t('category.authorisationNumberHint')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        optional
      />
    </>
  );
}

function WorkAndCourses(props: CategoryFieldsProps & { numbers: string }) {
  const { locale, values, categories, numbers } = props;
  const t = getTexts(locale, 'application');
  const chosen = Number(values['categoryNumber']?.[0]);
  const byWork = categories.filter(({ requirement }) => requirement === 'work-and-courses');
  const category = byWork.find(({ number }) => number === chosen) ?? byWork[0];
  return (
    <>
      <p className={styles.whom}>{t('category.onlyFor', { numbers: inWords(numbers, locale) })}</p>
      <Notice kind="info" locale={locale} heading={t('category.documents.heading')}>
        <ul>
          <li>{t('category.documents.work')}</li>
          <li>{t('category.documents.course')}</li>
        </ul>
        <p>{t('category.documents.where')}</p>
      </Notice>
      <WorkGroups {...props} minimumYears={category?.minimumFteYears ?? 0} />
      <CourseGroups {...props} />
    </>
  );
}
