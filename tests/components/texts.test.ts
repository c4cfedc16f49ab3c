import { describe, expect, it } from 'vitest';
import { areas, type Area } from '@/components/texts/areas';
import { getTexts } from '@/components/texts/get-texts';
import { locales } from '@/lib/kernel/locale';
import { placeholders } from './icu-placeholders';
import { sameInEnglish } from './same-in-english';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, under = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${under}${key}`, value]] : flatten(value, `${under}${key}.`),
  );
}

function textsOf(area: Area, locale: (typeof locales)[number]): Map<string, string> {
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

  it('are translated: English equals bokmål only where it is listed', () => {
    const english = textsOf(area, 'en');
    const untranslated = [...nb]
      .filter(
        ([key, text]) => english.get(key) === text && /\p{L}{2}/u.test(withoutArguments(text)),
      )
      .map(([key]) => `${area}.${key}`)
      .filter((key) => !sameInEnglish.has(key));
    expect(untranslated).toEqual([]);
  });
});

function withoutArguments(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '');
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
    expect(() => t('noSuchText' as 'back')).toThrow('nb/common');
  });

  it('fails loudly for an argument that is missing', () => {
    const t = getTexts('nb', 'common');
    expect(() => t('inDays')).toThrow('nb/common');
  });
});
