import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressedButton, readWorkplaceQuery } from '@/lib/application/rules/workplace-search';

describe('a search for a workplace', () => {
  it.each([
    ['974760673', { by: 'number', organisationNumber: '974760673' }],
    [' 974 760 673 ', { by: 'number', organisationNumber: '974760673' }],
    ['974\u00a0760\u00a0673', { by: 'number', organisationNumber: '974760673' }],
    ['Fjordby  døgn', { by: 'name', name: 'Fjordby døgn', words: ['Fjordby', 'døgn'] }],
    ['DPS', { by: 'name', name: 'DPS', words: ['DPS'] }],
    ['“DPS”, nord', { by: 'name', name: '“DPS”, nord', words: ['DPS', 'nord'] }],
    ["100 % ' or _1\\", { by: 'name', name: "100 % ' or _1\\", words: ['100', 'or', '1'] }],
    ['A\u030Asga\u030Ard', { by: 'name', name: 'Åsgård', words: ['Åsgård'] }],
  ])('reads %j', (typed, value) => {
    expect(readWorkplaceQuery(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', { kind: 'search-empty' }],
    ['   ', { kind: 'search-empty' }],
    ['a', { kind: 'search-too-short', minimum: 3 }],
    ['"%_', { kind: 'search-too-short', minimum: 3 }],
    ['x'.repeat(300), { kind: 'search-too-long', maximum: 100 }],
    ['fjord\u0000by', { kind: 'search-illegal-characters' }],
    ['fjord\u202eby', { kind: 'search-illegal-characters' }],
    ['fjord\ud800', { kind: 'search-illegal-characters' }],
    ['974760674', { kind: 'not-an-organisation-number' }],
  ])('refuses %j in words', (typed, refusal) => {
    expect(readWorkplaceQuery(typed)).toEqual({ ok: false, refusal });
  });

  /** UTF-16 units as they come, halves of pairs too. */
  const anything = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 32, max: 122 })), {
      maxLength: 150,
    })
    .map((units) => String.fromCharCode(...units));

  it('is bounded, whatever is typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const read = readWorkplaceQuery(typed);
        if (!read.ok || read.value.by === 'number') return;
        expect(read.value.words.length).toBeLessThanOrEqual(8);
        expect(read.value.name.length).toBeLessThanOrEqual(100);
        expect(read.value.words.join('').length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('the button that the workplace form was sent by', () => {
  it.each([
    ['', 'continue'],
    ['continue', 'continue'],
    ['later', 'later'],
    ['search', 'search'],
    ['choose {"employer":"x"}', 'choose'],
    ['x', 'other'],
  ])('with the intent %j is %s', (intent, pressed) => {
    expect(pressedButton({ intent, search: '', searched: '' })).toBe(pressed);
  });
});
