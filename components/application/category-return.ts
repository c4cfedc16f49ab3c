import { categoryGroups } from '@/lib/application/forms';
import { rearrangeGroups } from '@/lib/application/rules/repeatable-groups';
import type { FormReturn } from '@/lib/platform/door/form-return';
import { uncountedWork } from './counted-work';

/** The category form as it came back. */
export interface CategoryReturn extends FormReturn {
  /** The button that only rearranges or counts; null when the form was sent to be saved. */
  readonly pressed: string | null;
}

/**
 * «Legg til», «Fjern» and «Regn sammen» are buttons of the category form with an intent that its schema
 * does not take: nothing is saved, and the form comes back with everything typed. Here it gets its new
 * shape, and is in error only where «Regn sammen» met something that cannot be counted.
 */
export function readCategoryReturn(back: FormReturn): CategoryReturn {
  const intent = back.typed['_intent']?.[0] ?? '';
  const rearranged = rearrangeGroups(back.typed, categoryGroups);
  if (rearranged === null && intent !== 'count') return { ...back, pressed: null };
  return {
    typed: Object.fromEntries(
      Object.entries(rearranged ?? back.typed).map(([name, values]) => [name, [...values]]),
    ),
    problems: [
      ...back.problems.filter(({ field }) => field !== '_intent'),
      ...(intent === 'count' ? uncountedWork(back.typed) : []),
    ],
    pressed: intent,
  };
}
