import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/kernel/time';
import {
  checkAnchoring,
  hasPriority,
  type VerifiedAnchoring,
} from '@/lib/application/rules/anchoring';
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

describe('verifying an anchoring', () => {
  const today = localDate('2027-03-01');
  const check = (
    from: string,
    to: string | null = null,
    { evidence = 'Fagplan 2026, side 4.', anchorings = [] as VerifiedAnchoring[] } = {},
  ) => {
    const span = { from: localDate(from), to: to === null ? null : localDate(to), evidence };
    const result = checkAnchoring(span, { today, anchorings, isOwn: false });
    return result.ok ? 'verified' : result.refusal.kind;
  };

  it.each([
    ['1989-12-31', null, 'from-too-early'],
    ['1990-01-01', null, 'verified'],
    ['2027-03-01', null, 'verified'],
    ['2027-03-02', null, 'from-in-future'],
    ['2026-01-01', '2025-12-31', 'ends-before-start'],
    ['2026-01-01', '2037-03-01', 'verified'],
    ['2026-01-01', '2037-03-02', 'ends-too-late'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(check(from, to)).toBe(expected);
  });

  it('needs a sentence of evidence', () => {
    expect(check('2026-01-01', null, { evidence: '   x        ' })).toBe('evidence-too-short');
  });

  it('takes no day of the same workplace twice, but for one that was withdrawn', () => {
    const spanned = (withdrawnAt: Date | null) => ({
      anchorings: [{ from: localDate('2020-01-01'), to: localDate('2022-12-31'), withdrawnAt }],
    });
    expect(check('2022-12-31', null, spanned(null))).toBe('anchoring-overlaps');
    expect(check('2023-01-01', null, spanned(null))).toBe('verified');
    expect(check('2019-01-01', '2020-01-01', spanned(null))).toBe('anchoring-overlaps');
    expect(check('2019-01-01', '2019-12-31', spanned(null))).toBe('verified');
    expect(check('2019-01-01', null, spanned(new Date()))).toBe('verified');
  });
});
