import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearUnit } from '@/lib/application/rules/near-unit';

describe('a unit that may be the one meant', () => {
  it.each([
    ['Psykosepost', 'Psykoseposten', true],
    ['Psykosepost', 'Psykose post', true],
    ['Psykosepost', 'Psykospost', true],
    ['FACT', 'FACT-team', true],
    ['Døgnpost A', 'Døgnpost', true],
    ['Dognpost A', 'Døgnpost A', true],
    ['Rus & psykisk helse', 'Rus og psykisk helse', true],
    ['DPS, poliklinikk', 'Poliklinikken DPS', false],
    ['Døgnpost A', 'Døgnpost B', false],
    ['Døgnenhet 1', 'Døgnenhet 2', false],
    ['Enhet 3B', 'Enhet 3A', false],
    ['DPS Nord, døgn', 'DPS Nord, poliklinikk', false],
    ['Ambulant team', 'Psykosepost', false],
    ['', 'Psykosepost', false],
    ['---', 'Psykosepost', false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(isNearUnit(one, other)).toBe(expected);
  });

  it('is near itself and near the same way round, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (one, other) => {
        expect(isNearUnit(one, other)).toBe(isNearUnit(other, one));
        // "&" is a word: it is written "og" as well.
        expect(isNearUnit(one, one)).toBe(/[\p{L}\p{N}&]/u.test(one.normalize('NFKD')));
      }),
    );
  });
});
