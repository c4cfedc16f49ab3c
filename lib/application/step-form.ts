import { z } from 'zod';
import {
  choice,
  list,
  longText,
  optionalLongText,
  optionalText,
  text,
} from '@/lib/platform/door/fields';
import { isEmptyGroup, typedPlaces, type TypedPlaces } from './rules/repeatable-groups';

/** Field builders of a step, as one of its two buttons wants them. */
export type Mode = 'continue' | 'later';

/** What a step's form gives: the section, and whether it must be complete to be saved. */
export interface StepInput<Section> {
  readonly mustBeComplete: boolean;
  readonly answers: Section;
  /** Sent by the page itself while somebody writes: the fields that cannot be read yet, to be left as they are. */
  readonly autosave?: { readonly unread: readonly string[] };
  /** Where the groups of a list stood, when one above another was left empty. */
  readonly places?: TypedPlaces;
}

/**
 * A step's form. «Lagre og fortsett» (the default) asks for what the step requires; «Lagre og
 * fortsett senere» (`_intent` = 'later') takes what is there, so long as it is well-formed; and so does the
 * page by itself ('autosave'), field by field: one that is half typed holds no other back.
 */
export function stepForm<Section>(
  shape: (mode: Mode) => z.ZodType<Section>,
): z.ZodType<StepInput<Section>> {
  const byMode = { continue: shape('continue'), later: shape('later') };
  const intent = z.looseObject({
    _intent: z.enum(['continue', 'later', 'autosave'], { error: 'malformed' }).default('continue'),
  });
  return z.unknown().transform((sent, context): StepInput<Section> => {
    const refused = (error: z.ZodError) => {
      for (const issue of error.issues) {
        context.issues.push({ ...issue, input: sent } as z.core.$ZodRawIssue);
      }
      return z.NEVER;
    };
    const mode = intent.safeParse(sent);
    if (!mode.success) return refused(mode.error);
    const typed = typedPlaces(sent);
    const places = typed === null ? {} : { places: typed };
    const parsed = byMode[mode.data._intent === 'continue' ? 'continue' : 'later'].safeParse(sent);
    if (mode.data._intent === 'autosave') {
      const readable = parsed.success
        ? parsed
        : byMode.later.safeParse(without(sent, parsed.error));
      if (!readable.success) return refused(readable.error);
      const unread = parsed.success ? [] : unreadOf(parsed.error);
      return { mustBeComplete: false, answers: readable.data, autosave: { unread }, ...places };
    }
    if (!parsed.success) return refused(parsed.error);
    const mustBeComplete = mode.data._intent === 'continue';
    return { mustBeComplete, answers: parsed.data, ...places };
  });
}

/** The fields of a section in which something is wrong; a list is one field. */
function unreadOf(error: z.ZodError): string[] {
  return [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))];
}

function without(sent: unknown, error: z.ZodError): unknown {
  const unread = new Set(unreadOf(error));
  if (typeof sent !== 'object' || sent === null) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([field]) => !unread.has(field)));
}

/** A field left blank, or not sent, is `blank`; anything else must satisfy the field. */
export function orBlank<T, Blank>(field: z.ZodType<T>, blank: Blank) {
  return z
    .preprocess(
      (sent) => (typeof sent === 'string' && sent.trim() === '' ? undefined : sent),
      field.optional(),
    )
    .optional()
    .transform((value): T | Blank => value ?? blank);
}

/** A form by its strict shape; by its lenient one when nothing but what may be open is wrong. */
export function orElse<Section>(
  strict: z.ZodType<Section>,
  lenient: z.ZodType<Section>,
  mayBeOpen: (issue: z.core.$ZodIssue) => boolean,
): z.ZodType<Section> {
  return z.unknown().transform((sent, context): Section => {
    const parsed = strict.safeParse(sent);
    if (parsed.success) return parsed.data;
    const { issues } = parsed.error;
    const open = issues.every(mayBeOpen) ? lenient.safeParse(sent) : null;
    if (open?.success === true) return open.data;
    for (const issue of issues) {
      context.issues.push({ ...issue, input: sent } as z.core.$ZodRawIssue);
    }
    return z.NEVER;
  });
}

/** One of some values: must be chosen, or may be left open for later. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  mode: Mode,
  values: Values,
) {
  return mode === 'continue' ? choice(values) : orBlank(choice(values), null);
}

/** One line: must be given, or may be left empty for later. */
export function line(mode: Mode, max: number) {
  return mode === 'continue' ? text({ max }) : blankLine(max);
}

/** One line that may always be left empty. */
export function blankLine(max: number) {
  return optionalText({ max }).transform((value) => value ?? '');
}

/** Several lines: must be given, or may be left empty for later. */
export function lines(mode: Mode, max: number) {
  return mode === 'continue' ? longText({ max }) : blankLines(max);
}

/** Several lines that may always be left empty. */
export function blankLines(max: number) {
  return optionalLongText({ max }).transform((value) => value ?? '');
}

/** Groups of fields of which the wholly empty are not there: a page always shows one to fill in. */
export function groups<Item>(item: z.ZodType<Item>, max: number): z.ZodType<Item[]> {
  const orEmpty = z.preprocess((group) => (isEmptyGroup(group) ? null : group), item.nullable());
  return list(orEmpty, { max }).transform((all) => all.filter((group) => group !== null));
}
