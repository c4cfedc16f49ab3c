import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { Heading } from '@/components/ui/heading';
import { TextField } from '@/components/ui/text-field';
import { workPeriodsMaximum } from '@/lib/application/rules/answers';
import { groupsTyped } from '@/lib/application/rules/repeatable-groups';
import type { Locale } from '@/lib/kernel/locale';
import type { CategoryFieldsProps } from './category-fields-props';
import { countTypedWork, isRounded, workInWords, type CountedWork } from './counted-work';
import { RepeatableGroups } from './repeatable-groups';
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
  return (
    <RepeatableGroups
      {...{ locale, field, pressed, count }}
      list="workPeriods"
      button="work"
      maximum={workPeriodsMaximum}
      intro={t('category.work.intro', { years: minimumYears })}
      fields={(own) => <WorkPeriodFields locale={locale} own={own} />}
    >
      <Total locale={locale} work={work} years={minimumYears} isAskedFor={pressed === 'count'} />
    </RepeatableGroups>
  );
}

function WorkPeriodFields({ locale, own }: { locale: Locale; own: BindField }) {
  const t = getTexts(locale, 'application');
  const percent = own('percent');
  return (
    <>
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
    </>
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
