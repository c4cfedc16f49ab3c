import { daysBetween, type Instant, type LocalDate, localDateOf } from '@/lib/kernel/time';

const zone = 'Europe/Oslo';
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * By how many times 24 hours a server must be ahead of this machine to be at a day in Norway, whenever the
 * tests are run: what is late in the evening in winter is the next day in summer.
 */
export function shiftTo(day: LocalDate, now: Instant = new Date()): number {
  const shift = daysBetween(localDateOf(now, zone), day);
  const there = localDateOf(new Date(now.getTime() + shift * dayInMilliseconds), zone);
  return shift + daysBetween(there, day);
}
