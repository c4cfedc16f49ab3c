import { Temporal } from 'temporal-polyfill';

/** A moment, in UTC. A plain Date, because that is what the database and the runtime speak. */
export type Instant = Date;

/** A calendar day without a zone, "YYYY-MM-DD". */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Reads "YYYY-MM-DD"; null when it is not a day that exists. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate;
  } catch {
    return null;
  }
}

/** A day that the programmer wrote. @throws RangeError when it does not exist. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`No such day: ${text}`);
  return date;
}

/** First moments that have been worked out: the few days of a cohort's plan are asked about at every request. */
const firstMoments = new Map<string, number>();
const mostFirstMoments = 1_000;

/** The first moment of a local day, daylight saving or not. */
export function startOfLocalDate(date: LocalDate, zone: string): Instant {
  const key = `${date} ${zone}`;
  const known = firstMoments.get(key);
  if (known !== undefined) return new Date(known);
  const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone });
  if (firstMoments.size >= mostFirstMoments) firstMoments.clear();
  firstMoments.set(key, epochMilliseconds);
  return new Date(epochMilliseconds);
}

/** The first moment after a local day: a deadline on `date` holds while `now` is before this. */
export function endOfLocalDate(date: LocalDate, zone: string): Instant {
  return startOfLocalDate(addDays(date, 1), zone);
}

/** The calendar day that a moment falls on in a zone. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as LocalDate;
}

/** The moment of a wall-clock time "HH:MM" on a local day; an hour skipped by daylight saving moves forward. */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds);
}

/** `days` later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  const day = toDateColumn(date);
  day.setUTCDate(day.getUTCDate() + days);
  return fromDateColumn(day);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' })
    .days;
}

/** Whether a deadline on a local day still holds: the whole day is included, to its last millisecond. */
export function isOnOrBefore(now: Instant, date: LocalDate, zone: string): boolean {
  return now.getTime() < endOfLocalDate(date, zone).getTime();
}

/** Whether a local day has begun. */
export function hasBegun(now: Instant, date: LocalDate, zone: string): boolean {
  return now.getTime() >= startOfLocalDate(date, zone).getTime();
}

/** The day of a `date` column as the driver gives it (midnight UTC). */
export function fromDateColumn(value: Date): LocalDate {
  return value.toISOString().slice(0, 10) as LocalDate;
}

/** A day as the driver wants it for a `date` column. */
export function toDateColumn(date: LocalDate): Date {
  return new Date(`${date}T00:00:00.000Z`);
}
