import { getTexts } from '@/components/texts/get-texts';
import { groupsTyped } from '@/lib/application/rules/repeatable-groups';
import { isPossiblePercent, parseTypedPercent } from '@/lib/application/rules/typed-percent';
import {
  hasWorkYears,
  totalWork,
  type HeldPosition,
  type WorkTotal,
  type YearsAndMonths,
} from '@/lib/application/rules/work-periods';
import { formatNumber } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { parseTypedDate } from '@/lib/kernel/typed-date';
import type { Problem } from '@/lib/platform/door/problems';
import type { FieldValues } from './typed-answers';

/** Work as a form shows it, saved or just typed, counted. */
export interface CountedWork {
  readonly total: WorkTotal;
  readonly isEnough: boolean;
  /** Some position is still held, and counted to today. */
  readonly isOngoing: boolean;
}

/** One period as it was typed: what can be counted of it, and what is in the way of that. */
interface TypedPeriod {
  readonly position: HeldPosition | null;
  readonly problems: readonly Problem[];
}

function readPeriod(values: FieldValues, at: number): TypedPeriod {
  const typed = (field: string) => values[`workPeriods.${at}.${field}`]?.[0]?.trim() ?? '';
  const percent = parseTypedPercent(typed('percent'));
  const isPercent = percent !== null && isPossiblePercent(percent);
  const from = parseTypedDate(typed('from'));
  const to = typed('to') === '' ? null : parseTypedDate(typed('to'));
  const isEnd = typed('to') === '' || to !== null;
  const isBlank = ['employer', 'position', 'percent', 'from', 'to'].every((f) => typed(f) === '');
  const wrong = [
    ...(isPercent ? [] : ['percent']),
    ...(from === null ? ['from'] : []),
    ...(isEnd ? [] : ['to']),
  ];
  return {
    position: isPercent && from !== null && isEnd ? { percent, from, to } : null,
    problems: (isBlank ? [] : wrong).map((field) => ({
      field: `workPeriods.${at}.${field}`,
      code: 'not-counted',
      params: { number: at + 1 },
    })),
  };
}

/** What keeps periods that somebody has begun to fill in from being counted. */
export function uncountedWork(values: FieldValues): Problem[] {
  const count = groupsTyped(values, 'workPeriods');
  return Array.from({ length: count }, (_, at) => readPeriod(values, at).problems).flat();
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
  const positions = Array.from(
    { length: groups },
    (_, at) => readPeriod(values, at).position,
  ).filter((position) => position !== null);
  if (positions.length === 0) return null;
  const total = totalWork(positions, today);
  return {
    total,
    isEnough: hasWorkYears(total, minimumYears),
    isOngoing: positions.some(({ to }) => to === null),
  };
}

/**
 * «1 år 7 md. + 0 år 8 md. = 2 år 3 md.» What positions held at once came to beyond full time is taken away
 * again: «1 år 0 md. + 0 år 6 md. − 0 år 3 md. = 1 år 3 md.» A single position is its own sum, or with less than
 * full time «2 år 0 md. × 80 % = 1 år 7 md.»
 */
export function workInWords({ positions, counted, cut }: WorkTotal, locale: Locale): string {
  const t = getTexts(locale, 'application');
  const amount = ({ years, months }: YearsAndMonths) =>
    t('category.total.amount', { years, months });
  const [only] = positions;
  if (positions.length === 1 && only !== undefined && only.percent < 100 && only.amount > 0) {
    const percent = formatNumber(only.percent, locale);
    const parts = t('category.total.part', { held: amount(only.held), percent });
    return t('category.total.sum', { parts, total: amount(counted) });
  }
  if (positions.length < 2) return amount(counted);
  const parts = positions.map((position) => amount(position.counted)).join(' + ');
  const less = inMonths(cut.counted) === 0 ? '' : ` − ${amount(cut.counted)}`;
  return t('category.total.sum', { parts: `${parts}${less}`, total: amount(counted) });
}

/** Whether the months of the parts, each rounded down, come to another sum than the whole. */
export function isRounded({ positions, counted, cut }: WorkTotal): boolean {
  const sum = positions.reduce((all, position) => all + inMonths(position.counted), 0);
  return positions.length > 1 && sum - inMonths(cut.counted) !== inMonths(counted);
}

function inMonths({ years, months }: YearsAndMonths): number {
  return years * 12 + months;
}
