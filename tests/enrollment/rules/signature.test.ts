import { describe, expect, it } from 'vitest';
import { checkSignature } from '@/lib/enrollment/rules/signature';

describe('a typed name', () => {
  it.each([
    ['Kari Nordmann', 'Kari Nordmann'],
    ['  kari   NORDMANN ', 'Kari Nordmann'],
    ['Kari Anne Nordmann', 'Kari Nordmann'],
    ['Kari Hansen', 'Kari Nordmann'],
    ['Andre Asen', 'André Sørås-Åsen'],
    ['Anne Marie Berg', 'Anne-Marie Berg'],
    ['Madonna', 'Madonna'],
    ['王 秀英', '王 秀英'],
  ])('%s signs for %s', (typed, name) => {
    const result = checkSignature(typed, name);
    expect(result).toEqual({ ok: true, value: typed.trim().replace(/\s+/g, ' ') });
  });

  it.each([
    ['Kari', 'Kari Nordmann', 'name-not-full'],
    ['Nordmann', 'Kari Nordmann', 'name-not-full'],
    ['Ola Hansen', 'Kari Nordmann', 'name-not-yours'],
    ['x', 'Kari Nordmann', 'name-not-yours'],
    ['...', 'Kari Nordmann', 'name-not-yours'],
    ['', 'Kari Nordmann', 'name-not-yours'],
  ])('%s does not sign for %s: %s', (typed, name, kind) => {
    expect(checkSignature(typed, name)).toMatchObject({ ok: false, refusal: { kind } });
  });
});
