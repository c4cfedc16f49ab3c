import { z } from 'zod';
import { isStreamSafe } from '@/lib/kernel/normal-text';
import { compactOrganisationNumber, isOrganisationNumber } from '@/lib/kernel/organisation-number';
import { parseTypedDate } from '@/lib/kernel/typed-date';

/**
 * The kinds of field that forms are made of. Each trims, normalises to NFC, and refuses characters that
 * no keyboard writes; each message is a code of `Problem`.
 */

const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]/u;

const oneValue = (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : 'malformed';

/** What nobody sees or means: soft hyphen, zero-width space, word joiner, byte order mark. Pasted text is full of them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** Nothing but marks and characters that are not drawn: no answer, though it has a length. */
const blank = /^[\s\p{M}\p{Default_Ignorable_Code_Point}]*$/u;

function cleaned(value: string): string {
  if (!isStreamSafe(value)) return value;
  const seen = value.replace(unseen, '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return blank.test(seen) ? '' : seen;
}

function bounded(maximum: number, multiline: boolean) {
  return z
    .string({ error: oneValue })
    .transform(cleaned)
    .superRefine((value, context) => {
      if (illegal.test(value) || !isStreamSafe(value) || (!multiline && value.includes('\n'))) {
        context.addIssue({ code: 'custom', message: 'illegal-characters' });
      } else if (value.length > maximum) {
        context.addIssue({ code: 'custom', message: 'too-long', params: { maximum } });
      }
    });
}

function given(value: string, context: z.RefinementCtx): void {
  if (value === '') context.addIssue({ code: 'custom', message: 'required' });
}

function emptyIsAbsent(value: string): string | null {
  return value === '' ? null : value;
}

/** One line that must be given, at most `max` UTF-16 units. */
export function text({ max }: { max: number }) {
  return bounded(max, false).superRefine(given);
}

/** One line that may be left out: null then. */
export function optionalText({ max }: { max: number }) {
  return bounded(max, false).transform(emptyIsAbsent).nullable().default(null);
}

/** Several lines that must be given. */
export function longText({ max, min = 1 }: { max: number; min?: number }) {
  return bounded(max, true).superRefine((value, context) => {
    if (value === '') context.addIssue({ code: 'custom', message: 'required' });
    else if (value.length < min) {
      context.addIssue({ code: 'custom', message: 'too-short', params: { minimum: min } });
    }
  });
}

/** Several lines that may be left out: null then. */
export function optionalLongText({ max }: { max: number }) {
  return bounded(max, true).transform(emptyIsAbsent).nullable().default(null);
}

/** As `optionalLongText`, for a form that may also leave the field out altogether: undefined then. */
export function longTextIfSent({ max }: { max: number }) {
  return bounded(max, true).transform(emptyIsAbsent).optional();
}

/** One of the given values: radio buttons or a select. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, {
    error: (issue) =>
      issue.input === undefined || issue.input === '' ? 'choose-one' : 'malformed',
  });
}

/** A tick: true when it is there. */
export function checkbox() {
  return z
    .union([z.literal('yes'), z.literal('on')], { error: 'malformed' })
    .optional()
    .transform((value) => value !== undefined);
}

/** A tick that must be there. */
export function confirmed() {
  return z
    .union([z.literal('yes'), z.literal('on')], {
      error: (issue) => (issue.input === undefined ? 'must-confirm' : 'malformed'),
    })
    .transform(() => true as const);
}

/** An e-mail address, in lower case. */
export function email() {
  return text({ max: 200 })
    .transform((value) => value.toLowerCase())
    .superRefine((value, context) => {
      if (!z.email().safeParse(value).success) {
        context.addIssue({ code: 'custom', message: 'not-an-email' });
      }
    });
}

/** A telephone number, Norwegian or with a country's prefix; kept as digits with "+" where given. */
export function phone() {
  return text({ max: 30 }).transform((value, context) => {
    const digits = value.replace(/[\s().\-\u00a0]/g, '');
    if (!/^(\+|00)?\d{8,15}$/.test(digits)) {
      context.addIssue({ code: 'custom', message: 'not-a-phone-number' });
      return z.NEVER;
    }
    return digits;
  });
}

/** A day typed as "31.12.2026", "31/12-2026" or "2026-12-31". */
export function localDateField() {
  return text({ max: 20 }).transform((value, context) => {
    const date = parseTypedDate(value);
    if (date === null) {
      context.addIssue({ code: 'custom', message: 'not-a-date' });
      return z.NEVER;
    }
    return date;
  });
}

/** A day that may be left out: null then. */
export function optionalLocalDateField() {
  return optionalText({ max: 20 }).transform((value, context) => {
    if (value === null) return null;
    const date = parseTypedDate(value);
    if (date === null) {
      context.addIssue({ code: 'custom', message: 'not-a-date' });
      return z.NEVER;
    }
    return date;
  });
}

/** A whole number typed with digits, within bounds. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return text({ max: 1_000 }).transform((value, context) => {
    const number = Number(value.replace(/[\s\u00a0]/g, ''));
    if (!/^\d[\d\s\u00a0]*$/.test(value)) {
      context.addIssue({ code: 'custom', message: 'not-a-whole-number' });
      return z.NEVER;
    }
    if (number < min || number > max) {
      context.addIssue({
        code: 'custom',
        message: 'out-of-range',
        params: { minimum: min, maximum: max },
      });
      return z.NEVER;
    }
    return number;
  });
}

/** An organisation number with a right check digit; nine digits come out. */
export function organisationNumberField() {
  return text({ max: 30 }).transform((value, context) => {
    const digits = compactOrganisationNumber(value);
    if (!isOrganisationNumber(digits)) {
      context.addIssue({ code: 'custom', message: 'not-an-organisation-number' });
      return z.NEVER;
    }
    return digits;
  });
}

/** A repeatable group of fields, "work.0.from", "work.1.from"; none sent is an empty list. */
export function list<Item extends z.ZodType>(item: Item, { max }: { max: number }) {
  return z
    .array(item, { error: 'malformed' })
    .max(max, { error: 'too-many' })
    .default(() => []);
}
