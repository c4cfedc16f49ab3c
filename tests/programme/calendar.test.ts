import { describe, expect, it } from 'vitest';
import { asId } from '@/lib/kernel/ids';
import { locales } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { gatheringsCalendar } from '@/lib/programme/calendar';
import { cohortDatesOf } from '@/lib/programme/rules/cohort-dates';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { fyrhuset, recoveryProgramme } from '@/prisma/demo/recovery-programme';

const cohort: CohortFacts = {
  ...cohortDatesOf(2024),
  id: asId('0199aaaa-0000-7000-8000-000000000001'),
  slug: '2024-2025',
  name: '2024–2025',
  zone: 'Europe/Oslo',
  state: 'open',
  capacity: 30,
  placesTaken: 0,
  minimumParticipants: 16,
  ordinaryPrice: kroner(26_000),
  earlyBirdPrice: kroner(20_000),
  earlyBirdPlaces: 5,
  earlyBirdPlacesLeft: 5,
  rankingCriteria: ['arrival'],
  place: fyrhuset,
  programme: {
    id: asId('0199aaaa-0000-7000-8000-000000000002'),
    slug: 'bet-recovery',
    name: recoveryProgramme.texts.name,
    heldBy: recoveryProgramme.texts.heldBy,
    mailbox: recoveryProgramme.mailbox,
    contactPhone: recoveryProgramme.contactPhone,
    categories: recoveryProgramme.categories,
  },
};

const url = 'https://opptak.example/nb/programmes/bet-recovery/2024-2025';
const stamp = new Date('2024-03-01T12:00:00Z');

/** Logical lines, after RFC 5545's unfolding. */
function linesOf(file: string): string[] {
  return file.replace(/\r\n[ \t]/g, '').split('\r\n');
}

describe('the calendar file of the gatherings', () => {
  const file = gatheringsCalendar(cohort, 'nb', { url, stamp });
  const lines = linesOf(file);

  it('has one event for each of the twelve days, in the wall-clock time of Oslo', () => {
    const starts = lines.filter((line) => line.startsWith('DTSTART;'));
    expect(starts).toHaveLength(12);
    expect(starts[0]).toBe('DTSTART;TZID=Europe/Oslo:20240916T090000');
    expect(lines.filter((line) => line.startsWith('DTEND;')).at(-1)).toBe(
      'DTEND;TZID=Europe/Oslo:20250605T150000',
    );
  });

  it('defines the zone with the changes of the clock that its days meet', () => {
    const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE') + 1);
    expect(zone).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Oslo',
      'BEGIN:DAYLIGHT',
      'DTSTART:20240331T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20241027T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20250330T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]);
  });

  it('defines a zone that never changes its clock, too', () => {
    const fixed = linesOf(
      gatheringsCalendar({ ...cohort, zone: 'Etc/GMT-3' }, 'en', { url, stamp }),
    );
    expect(fixed).toContain('TZOFFSETTO:+0300');
    expect(fixed.filter((line) => line === 'BEGIN:STANDARD')).toHaveLength(1);
  });

  it('is folded to 75 octets, ends its lines with CRLF, and closes what it opens', () => {
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
    const open: string[] = [];
    for (const line of lines) {
      const [word, name = ''] = line.split(':');
      if (word === 'BEGIN') open.push(name);
      if (word === 'END') expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('has the same UIDs whenever and in whatever language it is fetched, none of them twice', () => {
    const uids = locales.map((locale) =>
      linesOf(gatheringsCalendar(cohort, locale, { url, stamp: new Date() })).filter((line) =>
        line.startsWith('UID:'),
      ),
    );
    expect(new Set(uids[0]).size).toBe(12);
    expect(uids[1]).toEqual(uids[0]);
    expect(uids[2]).toEqual(uids[0]);
  });

  it('says where, what and where to read more', () => {
    expect(lines).toContain('SUMMARY:BET-Recoveryutdanningen\\, samling 1\\, dag 1 av 4');
    expect(lines).toContain('LOCATION:Fyrhuset\\, Åsgård\\, Tromsø');
    expect(lines.some((line) => line.startsWith('URL') && line.endsWith(url))).toBe(true);
    expect(lines).toContain('DTSTAMP:20240301T120000Z');
  });
});
