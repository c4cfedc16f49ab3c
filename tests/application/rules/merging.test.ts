import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSection, type Prints } from '@/lib/application/rules/merging';

interface Section {
  readonly name: string;
  readonly phone: string;
  readonly groups: readonly { readonly from: string | null }[];
}

const printOf = (value: unknown) => JSON.stringify(value);
const printsOf = (section: Section): Prints =>
  Object.fromEntries(Object.entries(section).map(([field, value]) => [field, printOf(value)]));

const base: Section = { name: 'Kari', phone: '', groups: [] };
const merge = (stored: Section, typed: Section, shown = printsOf(base)) =>
  mergeSection({ stored, typed, shown }, printOf);

describe('two windows on one step', () => {
  it.each([
    ['nothing changed anywhere', {}, {}, {}, [], []],
    ['changed only here', {}, { phone: '2' }, { phone: '2' }, [], []],
    ['changed only there', { phone: '1' }, {}, { phone: '1' }, ['phone'], []],
    ['changed to the same', { phone: '1' }, { phone: '1' }, { phone: '1' }, [], []],
    ['changed to different things', { phone: '1' }, { phone: '2' }, { phone: '2' }, [], ['phone']],
    [
      'each a field of its own',
      { name: 'Kari E.' },
      { phone: '2' },
      { name: 'Kari E.', phone: '2' },
      ['name'],
      [],
    ],
    [
      'a list of groups is one field',
      { groups: [{ from: 'a' }] },
      { groups: [{ from: 'b' }] },
      { groups: [{ from: 'b' }] },
      [],
      ['groups'],
    ],
  ] as const)('%s', (_, there, here, result, kept, conflicts) => {
    expect(merge({ ...base, ...there }, { ...base, ...here })).toEqual({
      section: { ...base, ...result },
      kept,
      conflicts,
    });
  });

  it('sent without prints is saved as it was sent', () => {
    const typed = { ...base, phone: '2' };
    expect(merge({ ...base, phone: '1' }, typed, {})).toEqual({
      section: typed,
      kept: [],
      conflicts: [],
    });
  });

  const text = fc.constantFrom('', 'a', 'b', 'c');
  const section = fc.record({
    name: text,
    phone: text,
    groups: fc.array(fc.record({ from: fc.option(text) }), { maxLength: 2 }),
  });
  const fields = ['name', 'phone', 'groups'] as const;

  it('lose nothing that only one of them changed, whatever they do', () => {
    fc.assert(
      fc.property(section, section, section, (shown, stored, typed) => {
        const merged = merge(stored, typed, printsOf(shown));
        for (const field of fields) {
          const [was, there, here, got] = [shown, stored, typed, merged.section].map((each) =>
            printOf(each[field]),
          );
          const isConflict = merged.conflicts.includes(field);
          expect(isConflict).toBe(was !== there && was !== here && there !== here);
          // What one side changed is there; only what both changed is the applicant's to choose.
          if (!isConflict) expect(got).toBe(there === was ? here : there);
          else expect(got).toBe(here);
          expect(merged.kept.includes(field)).toBe(was !== there && was === here && there !== here);
        }
      }),
    );
  });

  it('end with what stands in the form, once the form has shown what the other saved', () => {
    fc.assert(
      fc.property(section, section, (stored, typed) => {
        const merged = merge(stored, typed, printsOf(stored));
        expect(merged).toEqual({ section: typed, kept: [], conflicts: [] });
      }),
    );
  });

  it('never disagree with a form that is sent again', () => {
    fc.assert(
      fc.property(section, section, (shown, typed) => {
        expect(merge(typed, typed, printsOf(shown)).conflicts).toEqual([]);
      }),
    );
  });
});
