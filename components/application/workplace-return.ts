import {
  pressedButton,
  readWorkplaceQuery,
  type WorkplaceQueryRefusal,
} from '@/lib/application/rules/workplace-search';
import type { FormReturn } from '@/lib/platform/door/form-return';
import type { Problem } from '@/lib/platform/door/problems';
import { readChoice } from './workplace-choice';

/** The workplace form as it came back. */
export interface WorkplaceReturn extends FormReturn {
  /** What it came back for; null when it was sent to be saved. */
  readonly pressed: 'search' | 'choose' | null;
}

/**
 * «Søk» and the choice of a workplace are buttons of the workplace form with an intent that its schema does
 * not take: nothing is saved, and the form comes back with everything typed. A search is in error
 * only when nothing can be searched for; a choice is filled in.
 */
export function readWorkplaceReturn(back: FormReturn): WorkplaceReturn {
  const first = (name: string) => back.typed[name]?.[0] ?? '';
  const intent = first('_intent');
  const search = first('search');
  const pressed = pressedButton({ intent, search, searched: first('searched') });
  const others = back.problems.filter(({ field }) => field !== '_intent');
  if (pressed === 'search') {
    const query = readWorkplaceQuery(search);
    return {
      typed: back.typed,
      problems: query.ok ? others : [...others, problemOf(query.refusal)],
      pressed,
    };
  }
  const chosen = pressed === 'choose' ? readChoice(intent) : null;
  if (chosen === null) return { ...back, pressed: null };
  const { employer, organisationNumber, unit } = chosen;
  return {
    typed: {
      ...back.typed,
      employer: [employer],
      organisationNumber: [organisationNumber],
      // An organisation as a whole says nothing of the unit: what was typed of it stays.
      ...(unit === '' ? {} : { unit: [unit] }),
      search: [''],
    },
    problems: others,
    pressed: 'choose',
  };
}

function problemOf({ kind, ...params }: WorkplaceQueryRefusal): Problem {
  return { field: 'search', code: kind, params };
}
