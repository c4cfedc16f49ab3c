import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mainColors, type MainColor } from '@/lib/kernel/main-color';

type Tokens = ReadonlyMap<string, string>;

function read(file: string): string {
  return readFileSync(new URL(`../../app/theme/${file}`, import.meta.url), 'utf8');
}

const css = read('colors.css');
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');

function tokensOf(part: string): Tokens {
  const pairs = part.matchAll(/--ds-color-([a-z-]+): (#[0-9a-f]{6});/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value]));
}

const pine = {
  light: tokensOf(css.slice(0, darkAt)),
  dark: tokensOf(css.slice(darkAt)),
};

/** A main colour as it lies over pine: its light block comes first, then its dark one. */
function chosen(color: MainColor): { light: Tokens; dark: Tokens } {
  const blocks = read('main-colors.css').split(`:root[data-main-color='${color}'] {`).slice(1);
  const [light = '', dark = ''] = blocks.map((block) => block.slice(0, block.indexOf('}')));
  return {
    light: new Map([...pine.light, ...tokensOf(light)]),
    dark: new Map([...pine.dark, ...tokensOf(dark)]),
  };
}

const themes = mainColors.flatMap((color) => {
  const { light, dark } = color === 'pine' ? pine : chosen(color);
  return [[`light ${color}`, light] as const, [`dark ${color}`, dark] as const];
});

const colors = ['accent', 'neutral', 'cloudberry', 'info', 'success', 'warning', 'danger'];
const grounds = [
  'background-default',
  'background-tinted',
  'surface-default',
  'surface-tinted',
  'surface-hover',
  'surface-active',
];

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** "accent-text-default on accent-surface-tinted 3.9" for every pair that falls short. */
function tooLow(tokens: Tokens, pairs: readonly (readonly [string, string])[], least: number) {
  return pairs.flatMap(([front, ground]) => {
    const ratio = contrast(need(tokens, front), need(tokens, ground));
    return ratio < least ? [`${front} on ${ground} ${ratio.toFixed(2)}`] : [];
  });
}

function need(tokens: Tokens, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`The theme has no ${name}`);
  return value;
}

describe.each(themes)('the %s theme', (_name, tokens) => {
  it('has contrast of at least 4.5 for text on every ground', () => {
    const pairs = colors.flatMap((color) =>
      grounds.flatMap((ground) =>
        [
          `${color}-text-subtle`,
          `${color}-text-default`,
          'neutral-text-subtle',
          'neutral-text-default',
        ].map((text) => [text, `${color}-${ground}`] as const),
      ),
    );
    expect(tooLow(tokens, pairs, 4.5)).toEqual([]);
  });

  it('has contrast of at least 4.5 for the words on buttons, at rest, hovered and pressed', () => {
    const pairs = colors.flatMap((color) =>
      ['base-default', 'base-hover', 'base-active'].flatMap((base) =>
        ['base-contrast-subtle', 'base-contrast-default'].map(
          (text) => [`${color}-${text}`, `${color}-${base}`] as const,
        ),
      ),
    );
    expect(tooLow(tokens, pairs, 4.5)).toEqual([]);
  });

  it('has contrast of at least 3 for the edges of fields, notices and stations', () => {
    const pairs = colors.flatMap((color) =>
      grounds
        .slice(0, 5)
        .flatMap((ground) =>
          [`${color}-border-default`, `${color}-border-strong`].map(
            (edge) => [edge, `${color}-${ground}`] as const,
          ),
        ),
    );
    expect(tooLow(tokens, pairs, 3)).toEqual([]);
  });

  it('shows where the focus is on every ground, and on the buttons themselves', () => {
    const outer = grounds.map((ground) => ['focus-outer', `neutral-${ground}`] as const);
    const inner = [
      ['focus-inner', 'accent-base-default'],
      ['focus-inner', 'focus-outer'],
    ] as const;
    expect(tooLow(tokens, [...outer, ...inner], 3)).toEqual([]);
  });
});

it('has the same tokens in light and dark', () => {
  expect([...pine.dark.keys()]).toEqual([...pine.light.keys()]);
});

it('changes every step of the main colour when another is chosen', () => {
  const accents = [...pine.light.keys()].filter((name) =>
    /^accent-(text|base-(default|hover))/.test(name),
  );
  for (const color of mainColors.filter((each) => each !== 'pine')) {
    const { light, dark } = chosen(color);
    for (const name of accents) {
      expect(light.get(name), `${color} ${name}`).not.toBe(pine.light.get(name));
      expect(dark.get(name), `${color} ${name}`).not.toBe(pine.dark.get(name));
    }
  }
});
