import { Temporal } from 'temporal-polyfill';
import { languageTag, type Locale } from './locale';
import { localDateOf, type Instant, type LocalDate } from './time';

const NBSP = '\u00a0';

const months: Record<Locale, readonly string[]> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(
    ' ',
  ),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

const weekdays: Record<Locale, readonly string[]> = {
  nb: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
  nn: 'måndag tysdag onsdag torsdag fredag laurdag sundag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

/** "31.12.2026" in every language: the form of figures that Norwegian readers expect. */
export function formatDate(date: LocalDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.${day.year}`;
}

/** Where room is short, as in tables: "31.12.2026" / "31 Dec 2026". */
export function formatShortDate(date: LocalDate, locale: Locale): string {
  if (locale !== 'en') return formatDate(date);
  const day = Temporal.PlainDate.from(date);
  const month = months.en[day.month - 1] ?? '';
  return `${day.day}${NBSP}${month.slice(0, 3)}${NBSP}${day.year}`;
}

/** "31. mai 2027" / "31 May 2027". */
export function formatLongDate(date: LocalDate, locale: Locale): string {
  const day = Temporal.PlainDate.from(date);
  const month = months[locale][day.month - 1] ?? '';
  return `${day.day}${locale === 'en' ? '' : '.'}${NBSP}${month} ${day.year}`;
}

/** "mandag 31. mai 2027" / "Monday 31 May 2027". */
export function formatWeekdayDate(date: LocalDate, locale: Locale): string {
  const weekday = weekdays[locale][Temporal.PlainDate.from(date).dayOfWeek - 1] ?? '';
  return `${weekday} ${formatLongDate(date, locale)}`;
}

/** "ma. 31.05.2027" / "Mon 31 May 2027": for tables, which small screens show too. */
export function formatShortWeekdayDate(date: LocalDate, locale: Locale): string {
  const day = Temporal.PlainDate.from(date);
  const weekday = weekdays[locale][day.dayOfWeek - 1] ?? '';
  if (locale !== 'en') return `${weekday.slice(0, 2)}. ${formatDate(date)}`;
  const month = (months.en[day.month - 1] ?? '').slice(0, 3);
  return `${weekday.slice(0, 3)} ${day.day}${NBSP}${month}${NBSP}${day.year}`;
}

/** A wall-clock time "HH:MM" as people read it: "kl. 23.59" / "23:59". */
export function formatTime(time: string, locale: Locale): string {
  return locale === 'en' ? time : `kl.${NBSP}${time.replace(':', '.')}`;
}

/** "09.00–16.00" / "09:00–16:00". */
export function formatTimeSpan(from: string, to: string, locale: Locale): string {
  const written = `${from}–${to}`;
  return locale === 'en' ? written : written.replaceAll(':', '.');
}

/** A moment in a zone: "31. mai 2027 kl. 23.59" / "31 May 2027 at 23:59". */
export function formatInstant(instant: Instant, zone: string, locale: Locale): string {
  const date = formatLongDate(localDateOf(instant, zone), locale);
  const time = formatTime(wallTimeOf(instant, zone), locale);
  return locale === 'en' ? `${date} at ${time}` : `${date} ${time}`;
}

/** The wall-clock time "HH:MM" of a moment in a zone. */
export function wallTimeOf(instant: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** A number with the language's grouping and decimal sign. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTag(locale)).format(value);
}
