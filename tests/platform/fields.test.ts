import { describe, expect, it } from 'vitest';
import { overrideForm } from '@/lib/admission/forms';
import { text, wholeNumber } from '@/lib/platform/door/fields';

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

describe('a line of text', () => {
  const line = text({ max: 100 });
  const codes = (typed: string) =>
    line.safeParse(typed).error?.issues.map(({ message }) => message);

  it('is kept without what nobody sees, which pasted text is full of', () => {
    expect(line.parse('\ufeffKari\u00ad \u200bNordmann')).toBe('Kari Nordmann');
  });

  it('is composed, so that the same name is the same text', () => {
    expect(line.parse('A\u030ase')).toBe('Åse');
  });

  it.each(['\u200b', ' \u200d ', '\u0301', '\u{e0041}', '\u200b\u2060\u00ad'])(
    'is not given by %j alone',
    (typed) => {
      expect(codes(typed)).toEqual(['required']);
    },
  );

  it('keeps the joiners that letters and pictures need', () => {
    expect(line.parse('می\u200cخواهم 👩\u200d⚕️')).toBe('می\u200cخواهم 👩\u200d⚕️');
  });

  it('with more marks on a letter than any writing has is refused before it is put in order', () => {
    expect(codes(`a${'\u0301\u0323'.repeat(60_000)}`)).toEqual(['illegal-characters']);
    expect(codes(`a${'\u0301'.repeat(31)}`)).toEqual(['illegal-characters']);
    expect(codes(`a${'\u0301'.repeat(30)}`)).toBeUndefined();
  });
});
