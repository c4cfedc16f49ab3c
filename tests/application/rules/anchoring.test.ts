import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/kernel/time';
import { hasPriority, type VerifiedAnchoring } from '@/lib/application/rules/anchoring';
import { workplaceKey } from '@/lib/application/rules/workplace-key';

const deadline = localDate('2027-05-31');

function anchoring(from: string, to: string | null, withdrawn = false): VerifiedAnchoring {
  return {
    from: localDate(from),
    to: to === null ? null : localDate(to),
    withdrawnAt: withdrawn ? new Date('2027-04-01T10:00:00Z') : null,
  };
}

describe('priority by anchoring', () => {
  it.each([
    ['no verified anchoring', [], false],
    ['an anchoring that still holds', [anchoring('2020-01-01', null)], true],
    ['one that begins on the deadline', [anchoring('2027-05-31', null)], true],
    ['one that begins the day after', [anchoring('2027-06-01', null)], false],
    ['one that ends on the deadline', [anchoring('2020-01-01', '2027-05-31')], true],
    ['one that ended the day before', [anchoring('2020-01-01', '2027-05-30')], false],
    ['one that was withdrawn', [anchoring('2020-01-01', null, true)], false],
    [
      'a withdrawn one and one in force',
      [anchoring('2020-01-01', null, true), anchoring('2026-01-01', null)],
      true,
    ],
  ])('with %s', (_what, anchorings, expected) => {
    expect(hasPriority(anchorings, deadline)).toBe(expected);
  });
});

describe('the same workplace', () => {
  const key = (unit: string, organisationNumber = '974760673') =>
    workplaceKey({ organisationNumber, unit });

  it.each([
    'DPS Nord, Døgn',
    'dps nord – døgn',
    '  DPS  Nord\u00a0Døgn ',
    'Dps Nord/døgn.',
    'DPS NORD (DØGN)',
  ])('is meant by “%s”', (unit) => {
    expect(key(unit)).toBe(key('DPS Nord, døgn'));
  });

  it('is written with & or og', () => {
    expect(key('Psykisk helse & rus')).toBe(key('Psykisk helse og rus'));
  });

  it.each([
    ['DPS Nord, dag', '974760673'],
    ['DPS Nord, døgn 2', '974760673'],
    ['DPS Nord, døgn', '923609016'],
  ])('is not meant by “%s” of %s', (unit, organisationNumber) => {
    expect(key(unit, organisationNumber)).not.toBe(key('DPS Nord, døgn'));
  });
});
