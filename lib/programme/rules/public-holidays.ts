import { addDays, localDate, type LocalDate } from '@/lib/kernel/time';

/** Easter Sunday of a year in the Gregorian calendar (Meeus' anonymous algorithm). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  const day = String((sum % 31) + 1).padStart(2, '0');
  return localDate(`${year}-${month}-${day}`);
}

/** Whether a day is a public holiday in Norway (lov om helligdager, lov om 1. og 17. mai). */
export function isPublicHoliday(date: LocalDate): boolean {
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'];
  if (fixed.includes(date.slice(5))) return true;
  const easter = easterSunday(Number(date.slice(0, 4)));
  // Maundy Thursday, Good Friday, Easter, Ascension, Whitsun.
  return [-3, -2, 0, 1, 39, 49, 50].some((days) => addDays(easter, days) === date);
}
