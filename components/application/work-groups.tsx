import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { ErrorMessage } from '@/components/ui/field-frame';
import { Heading } from '@/components/ui/heading';
import { TextField } from '@/components/ui/text-field';
import { workPeriodsMaximum } from '@/lib/application/rules/answers';
import { groupsTyped } from '@/lib/application/rules/repeatable-groups';
import type { Locale } from '@/lib/kernel/locale';
import type { CategoryFieldsProps } from './category-fields-props';
import { countTypedWork, isRounded, workInWords, type CountedWork } from './counted-work';
import type { BindField } from './step-form';
import styles from './groups.module.css';

/** Positions held, one group each, and what they come to in full-time years. */
export function WorkGroups({
  locale,
  field,
  values,
  today,
  pressed,
  minimumYears,
}: CategoryFieldsProps & { minimumYears: number }) {
  const t = getTexts(locale, 'application');
  const count = Math.max(1, groupsTyped(values, 'workPeriods'));
  const work = countTypedWork(values, count, minimumYears, today);
  const wasRemoved = pressed?.startsWith('remove-work-') ?? false;
  return (
    <section
      className={styles.list}
      id="workPeriods"
      tabIndex={-1}
      autoFocus={wasRemoved}
      aria-labelledby="work-heading"
    >
      <Heading level={2} id="work-heading">
        {t('category.work.heading')}
      </Heading>
      <p>{t('category.work.intro', { years: minimumYears })}</p>
      {wasRemoved ? <p role="status">{t('category.rearranged.remove-work')}</p> : null}
      <ErrorMessage id="workPeriods" locale={locale}>
        {field('workPeriods').error}
      </ErrorMessage>
      {Array.from({ length: count }, (_, at) => (
        <WorkPeriodFields
          key={at}
          at={at}
          locale={locale}
          field={field}
          isNew={pressed === 'add-work' && at === count - 1}
        />
      ))}
      {count < workPeriodsMaximum ? (
        <Button variant="secondary" name="_intent" value="add-work">
          {t('category.work.add')}
        </Button>
      ) : null}
      <Total locale={locale} work={work} years={minimumYears} isAskedFor={pressed === 'count'} />
    </section>
  );
}

function WorkPeriodFields({
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
  const own = (name: string) => field(`workPeriods.${at}.${name}`);
  const percent = own('percent');
  return (
    <fieldset className={styles.group} tabIndex={-1} autoFocus={isNew}>
      <legend>{t('category.work.group', { number: at + 1 })}</legend>
      <TextField {...own('employer')} label={t('category.work.employer')} autoComplete="off" />
      <TextField {...own('position')} label={t('category.work.position')} autoComplete="off" />
      <TextField
        {...percent}
        defaultValue={withDecimalSign(percent.defaultValue, locale)}
        label={t('category.work.percent')}
        hint={t('category.work.percentHint')}
        inputMode="decimal"
        autoComplete="off"
        width="short"
      />
      <div className={styles.pair}>
        <DateField {...own('from')} label={t('category.work.from')} />
        <DateField
          {...own('to')}
          label={t('category.work.to')}
          hint={t('category.work.toHint')}
          optional
        />
      </div>
      <Button variant="tertiary" name="_intent" value={`remove-work-${at}`}>
        {t('category.work.remove', { number: at + 1 })}
      </Button>
    </fieldset>
  );
}

/** A saved percent has a point; one writes a comma in Norwegian. */
function withDecimalSign(percent: string | undefined, locale: Locale): string | undefined {
  return locale === 'en' ? percent : percent?.replace(/^(\d+)\.(\d+)$/, '$1,$2');
}

/** «1 år 7 md. + 0 år 8 md. = 2 år 3 md.», what it is to be measured against, or the total alone. */
function Total({
  locale,
  work,
  years,
  isAskedFor,
}: {
  locale: Locale;
  work: CountedWork | null;
  years: number;
  isAskedFor: boolean;
}) {
  const t = getTexts(locale, 'application');
  return (
    <div className={styles.total} id="work-total" tabIndex={-1} autoFocus={isAskedFor}>
      <Heading level={3}>{t('category.total.heading')}</Heading>
      {work === null ? (
        <p>{t('category.total.none')}</p>
      ) : (
        <>
          <p className={styles.sum}>{workInWords(work.total, locale)}</p>
          <p>
            {t(work.isEnough ? 'category.total.enough' : 'category.total.tooLittle', { years })}
          </p>
          {work.total.cut.amount > 0 ? <p>{t('category.total.cut')}</p> : null}
          {isRounded(work.total) ? <p>{t('category.total.rounding')}</p> : null}
          {work.isOngoing ? <p>{t('category.total.untilToday')}</p> : null}
        </>
      )}
      <Button variant="secondary" name="_intent" value="count">
        {t('category.work.count')}
      </Button>
    </div>
  );
}
