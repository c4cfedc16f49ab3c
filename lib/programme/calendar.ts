import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { languageTag, type Locale, type Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { CohortFacts, SessionFacts } from './rules/cohort-facts';

/** The words of a calendar entry. They are here, not among the pages' texts: letters carry the file too. */
const words: Localized<{
  day(name: string, gathering: number, day: number, days: number): string;
}> = {
  nb: {
    day: (name, gathering, day, days) => `${name}, samling ${gathering}, dag ${day} av ${days}`,
  },
  nn: {
    day: (name, gathering, day, days) => `${name}, samling ${gathering}, dag ${day} av ${days}`,
  },
  en: {
    day: (name, gathering, day, days) => `${name}, gathering ${gathering}, day ${day} of ${days}`,
  },
};

/**
 * The gatherings as an iCalendar file (RFC 5545), one event a day, in the cohort's zone. UIDs are
 * stable: a file fetched again moves the entries rather than doubling them.
 *
 * @param url the cohort's page, absolute
 * @param stamp when the file is made
 */
export function gatheringsCalendar(
  cohort: CohortFacts,
  locale: Locale,
  { url, stamp }: { readonly url: string; readonly stamp: Instant },
): string {
  const name = cohort.programme.name[locale];
  const calendar = ical({
    name: `${name} ${cohort.name}`,
    prodId: { company: 'Opptak', product: 'Gatherings', language: languageTag(locale) },
    // The zone stands on each event: on the calendar it would take the Z from DTSTAMP, which must be UTC.
    timezone: { name: null, generator: () => timezoneComponent(cohort) },
    url,
  });
  for (const gathering of cohort.gatherings) {
    gathering.sessions.forEach((session, at) => {
      calendar.createEvent({
        id: `${cohort.id}-${gathering.number}-${at + 1}@opptak`,
        start: moment(session, session.startsAt, cohort.zone),
        end: moment(session, session.endsAt, cohort.zone),
        timezone: cohort.zone,
        stamp,
        summary: words[locale].day(name, gathering.number, at + 1, gathering.sessions.length),
        location: cohort.place.address,
        description: `${cohort.place.directions[locale]}\n${url}`,
        url,
      });
    });
  }
  return calendar.toString();
}

/** A name for the downloaded file. */
export function calendarFilename(cohort: CohortFacts): string {
  return `${cohort.programme.slug}-${cohort.slug}.ics`;
}

function moment(session: SessionFacts, time: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(session.date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  });
}

/**
 * VTIMEZONE with the changes of offset that a cohort's days meet, each written out as it happens: right
 * for any zone, without a table of rules.
 */
function timezoneComponent(cohort: CohortFacts): string {
  const days = cohort.gatherings.flatMap((gathering) => gathering.sessions);
  const [first, last] = [days[0], days.at(-1)];
  const lines = ['BEGIN:VTIMEZONE', `TZID:${cohort.zone}`];
  if (first !== undefined && last !== undefined) {
    const end = moment(last, '23:59', cohort.zone);
    const start = moment(first, '00:00', cohort.zone);
    let change = start.getTimeZoneTransition('previous');
    if (change === null) lines.push(...observance(start, start.offset));
    for (
      change ??= start.getTimeZoneTransition('next');
      change !== null && Temporal.ZonedDateTime.compare(change, end) <= 0;
      change = change.getTimeZoneTransition('next')
    ) {
      lines.push(...observance(change, change.subtract({ seconds: 1 }).offset));
    }
  }
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

function observance(change: Temporal.ZonedDateTime, offsetBefore: string): string[] {
  const kind = isSummer(change) ? 'DAYLIGHT' : 'STANDARD';
  // DTSTART is the wall clock as it was before the hands were moved.
  const before = change.withTimeZone(offsetBefore).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${before.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetBefore.replace(':', '')}`,
    `TZOFFSETTO:${change.offset.replace(':', '')}`,
    `END:${kind}`,
  ];
}

/** Whether a moment's offset is its year's largest, and not its only one. */
function isSummer(moment: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => moment.with({ month, day: 1 }).offsetNanoseconds);
  return moment.offsetNanoseconds > Math.min(...offsets);
}
