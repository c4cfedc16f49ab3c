import { isRounded } from '@/components/application/counted-work';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Table } from '@/components/ui/table';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { countedPosition } from '@/lib/application/rules/eligibility';
import {
  hasWorkYears,
  type WorkTotal,
  type YearsAndMonths,
} from '@/lib/application/rules/work-periods';
import { formatLongDate, formatNumber, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';

/** The working behind the full-time years: every position, what it counts alone, and the sum (rule 2). */
export function WorkCounted(props: {
  locale: Locale;
  application: StaffApplication;
  work: WorkTotal;
}) {
  const { locale, application, work } = props;
  const { answers, cohort, receivedAt } = application;
  const t = getTexts(locale, 'staff');
  const length = ({ years, months }: YearsAndMonths) => t('work.length', { years, months });
  // A period without its dates or percent cannot be counted, and has no entry in the total.
  const periods = (answers.category?.workPeriods ?? [])
    .filter((period) => countedPosition(period) !== null)
    .map((period, at) => ({ ...period, at, counted: work.positions[at]?.counted }));
  const required = cohort.programme.categories.find(
    ({ number }) => number === answers.category?.categoryNumber,
  )?.minimumFteYears;
  const total = length(work.counted);
  return (
    <>
      <Heading level={3} size="xs">
        {t('work.heading')}
      </Heading>
      <Table
        locale={locale}
        caption={t('work.heading')}
        captionHidden
        rows={periods}
        rowKey={({ at }) => String(at)}
        empty=""
        columns={[
          {
            key: 'employer',
            head: t('work.employer'),
            rowHead: true,
            cell: ({ employer }) => employer,
          },
          { key: 'position', head: t('work.position'), cell: ({ position }) => position },
          {
            key: 'percent',
            head: t('work.percent'),
            figures: true,
            cell: ({ percent }) => `${formatNumber(percent ?? 0, locale)} %`,
          },
          {
            key: 'from',
            head: t('work.from'),
            cell: ({ from }) => (from === null ? '' : formatShortDate(from, locale)),
          },
          {
            key: 'to',
            head: t('work.to'),
            cell: ({ to }) => (to === null ? t('work.stillHeld') : formatShortDate(to, locale)),
          },
          {
            key: 'counted',
            head: t('work.counted'),
            figures: true,
            cell: ({ counted }) => (counted === undefined ? '' : length(counted)),
          },
        ]}
      />
      <p>
        <strong>
          {required === null || required === undefined
            ? t('work.total', { total })
            : t(hasWorkYears(work, required) ? 'work.enough' : 'work.tooLittle', {
                total,
                required,
              })}
        </strong>{' '}
        {work.cut.amount > 0 ? t('work.overlap', { cut: length(work.cut.counted) }) : null}{' '}
        {isRounded(work) ? getTexts(locale, 'application')('category.total.rounding') : null}{' '}
        {t('work.until', {
          date: formatLongDate(localDateOf(receivedAt, cohort.zone), locale),
        })}
      </p>
    </>
  );
}
