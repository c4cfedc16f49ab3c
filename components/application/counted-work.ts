import { getTexts } from '@/components/texts/get-texts';
import {
  hasWorkYears,
  totalWork,
  type HeldPosition,
  type WorkTotal,
  type YearsAndMonths,
} from '@/lib/application/rules/work-periods';
import type { Locale } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { parseTypedDate } from '@/lib/kernel/typed-date';
import type { FieldValues } from './typed-answers';

/** Work as a form shows it, saved or just typed, counted. */
export interface CountedWork {
  readonly total: WorkTotal;
  readonly isEnough: boolean;
  /** Some position is still held, and counted to today. */
  readonly isOngoing: boolean;
}

/**
 * Counts the periods of a form that can be counted: those with a percent and a first day. Null when
 * there are none. `today` is the day in the cohort's zone.
 */
export function countTypedWork(
  values: FieldValues,
  groups: number,
  minimumYears: number,
  today: LocalDate,
): CountedWork | null {
  const positions: HeldPosition[] = [];
  for (let at = 0; at < groups; at += 1) {
    const typed = (field: string) => values[`workPeriods.${at}.${field}`]?.[0]?.trim() ?? '';
    const percent = /^\d{1,3}$/.test(typed('percent')) ? Number(typed('percent')) : 0;
    const from = parseTypedDate(typed('from'));
    const to = typed('to') === '' ? null : parseTypedDate(typed('to'));
    const isReadable = typed('to') === '' || to !== null;
    if (percent < 1 || percent > 100 || from === null || !isReadable) continue;
    positions.push({ percent, from, to });
  }
  if (positions.length === 0) return null;
  const total = totalWork(positions, today);
  return {
    total,
    isEnough: hasWorkYears(total, minimumYears),
    isOngoing: positions.some(({ to }) => to === null),
  };
}

/** «1 år 7 md. + 0 år 8 md. = 2 år 3 md.»; a single position is its own sum. */
export function workInWords({ positions, counted }: WorkTotal, locale: Locale): string {
  const t = getTexts(locale, 'application');
  const amount = ({ years, months }: YearsAndMonths) =>
    t('category.total.amount', { years, months });
  if (positions.length < 2) return amount(counted);
  return t('category.total.sum', {
    parts: positions.map((position) => amount(position.counted)).join(' + '),
    total: amount(counted),
  });
}

/** Whether the months of the parts, each rounded down, come to another sum than the whole. */
export function isRounded({ positions, counted, overlapCut }: WorkTotal): boolean {
  const months = (amount: YearsAndMonths) => amount.years * 12 + amount.months;
  const sum = positions.reduce((all, position) => all + months(position.counted), 0);
  return !overlapCut && positions.length > 1 && sum !== months(counted);
}
