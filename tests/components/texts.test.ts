import { describe, expect, it } from 'vitest';
import { areas, type Area } from '@/components/texts/areas';
import { getTexts } from '@/components/texts/get-texts';
import { locales, type Locale } from '@/lib/kernel/locale';
import { placeholders } from './icu-placeholders';
import { sameTexts } from './same-texts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, under = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${under}${key}`, value]] : flatten(value, `${under}${key}.`),
  );
}

function textsOf(area: Area, locale: Locale): Map<string, string> {
  return new Map(flatten(areas[area][locale]));
}

describe.each(Object.keys(areas) as Area[])('the texts of %s', (area) => {
  const nb = textsOf(area, 'nb');

  it('have the same keys in all three languages, in the same order', () => {
    for (const locale of locales) {
      expect([...textsOf(area, locale).keys()], locale).toEqual([...nb.keys()]);
    }
  });

  it('ask for the same arguments in all three languages', () => {
    for (const locale of locales) {
      for (const [key, text] of textsOf(area, locale)) {
        expect(placeholders(text), `${locale} ${key}`).toEqual(placeholders(nb.get(key) ?? ''));
      }
    }
  });

  it('are never empty, and never left for later', () => {
    for (const locale of locales) {
      for (const [key, text] of textsOf(area, locale)) {
        expect(text.trim(), `${locale} ${key}`).not.toBe('');
        expect(text, `${locale} ${key}`).not.toMatch(/\b(TODO|FIXME|XXX|lorem)\b/i);
      }
    }
  });
});

const pairs = [
  ['nb', 'nn', 'nb=nn'],
  ['nb', 'en', 'nb=en'],
  ['nn', 'en', 'nn=en'],
] as const;

/** Every text that is written alike in both languages, with the places where it stands. */
function sameIn(one: Locale, other: Locale): Map<string, string[]> {
  const same = new Map<string, string[]>();
  for (const area of Object.keys(areas) as Area[]) {
    const theirs = textsOf(area, other);
    for (const [key, text] of textsOf(area, one)) {
      if (theirs.get(key) !== text || !hasWords(text)) continue;
      same.set(text, [...(same.get(text) ?? []), `${area}.${key}`]);
    }
  }
  return same;
}

describe.each(pairs)('the texts of %s and %s', (one, other, pair) => {
  const same = sameIn(one, other);
  const listed = sameTexts[pair].flatMap(({ texts }) => texts);

  it('are the same only where the list says that they rightly are', () => {
    const unlisted = [...same].filter(([text]) => !listed.includes(text));
    expect(unlisted.map(([text, places]) => `${text} (${places.join(', ')})`)).toEqual([]);
  });

  it('are listed once, and only as long as they are the same', () => {
    expect(listed.filter((text, place) => listed.indexOf(text) !== place)).toEqual([]);
    expect(listed.filter((text) => !same.has(text))).toEqual([]);
  });
});

/** Two letters in a row, outside arguments and tags. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/<[^<>]*>/g, '').replace(/\{[^{}]*\}/g, ''));
}

it('finds the arguments of a text, also inside its plurals', () => {
  expect(
    placeholders('{n, plural, one {<b>{who}</b> har # dag} other {# dagar}} til {day}'),
  ).toEqual(['<b>', 'day', 'n', 'who']);
});

describe('a reader of texts', () => {
  it('puts the arguments in, in the plural that the number asks for', () => {
    const t = getTexts('nn', 'common');
    expect(t('inDays', { days: 1 })).toBe('om 1 dag');
    expect(t('inDays', { days: 190 })).toBe('om 190 dagar');
  });

  it('fails loudly for a text that does not exist', () => {
    const t = getTexts('nb', 'common');
    expect(() => t('noSuchText' as 'continue')).toThrow('nb/common');
  });

  it('fails loudly for an argument that is missing', () => {
    const t = getTexts('nb', 'common');
    expect(() => t('inDays')).toThrow('nb/common');
  });
});
