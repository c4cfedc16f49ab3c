import { describe, expect, it } from 'vitest';
import { overrideForm } from '@/lib/admission/forms';
import { wholeNumber } from '@/lib/platform/door/fields';

const codesOf = (typed: string) =>
  wholeNumber({ min: 1, max: 100 })
    .safeParse(typed)
    .error?.issues.map(({ message }) => message);

describe('a whole number', () => {
  it('may be typed with spaces', () => {
    expect(wholeNumber({ min: 1, max: 10_000 }).parse(' 1 000 ')).toBe(1_000);
  });

  it.each(['0', '101', '99999999999999', '9'.repeat(400)])(
    'of %s is a number outside the bounds, not a text that is too long',
    (typed) => {
      expect(codesOf(typed)).toEqual(['out-of-range']);
    },
  );

  it.each(['-1', '1,5', '1e3', 'to', '٣'])('is not %j', (typed) => {
    expect(codesOf(typed)).toEqual(['not-a-whole-number']);
  });
});

describe('the form that moves an application', () => {
  it.each(['0', '31', '9'.repeat(400)])(
    'leaves it to the ranking whether there is a place %s',
    (toPosition) => {
      const sent = { reference: '7K3M-Q9TX-4WBN', toPosition, reason: 'En god nok begrunnelse.' };
      expect(overrideForm.safeParse(sent).success).toBe(true);
    },
  );
});
