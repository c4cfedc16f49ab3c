import { describe, expect, it } from 'vitest';
import { hasGoneOn, type AdmissionSoFar } from '@/lib/admission/rules/undoing';

const nothing: AdmissionSoFar = {
  isLocked: false,
  hasPosition: false,
  isReleased: false,
  wasTold: false,
};
const locked = { ...nothing, isLocked: true };
const released = { ...locked, isReleased: true };

describe('whether the admission went on without an application that was withdrawn', () => {
  it.each([
    ['draft', nothing, false],
    ['draft', released, false],
    ['submitted', nothing, false],
    ['submitted', locked, true],
    ['submitted', released, true],
    ['qualified', nothing, false],
    ['qualified', locked, true],
    ['qualified', { ...locked, hasPosition: true }, false],
    ['qualified', { ...released, hasPosition: true }, true],
    ['qualified', { ...released, hasPosition: true, wasTold: true }, false],
    ['not-qualified', nothing, false],
    ['not-qualified', locked, false],
    ['not-qualified', released, true],
    ['not-qualified', { ...released, wasTold: true }, false],
  ] as const)('withdrawn from %s, %o: %s', (from, admission, expected) => {
    expect(hasGoneOn(from, admission)).toBe(expected);
  });
});
