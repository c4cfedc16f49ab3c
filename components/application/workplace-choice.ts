import { z } from 'zod';
import { getTexts } from '@/components/texts/get-texts';
import type { WorkplaceSearch } from '@/lib/application/queries/workplace-search';
import { chooseIntent, type FoundWorkplace } from '@/lib/application/rules/workplace-search';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatOrganisationNumber } from '@/lib/kernel/organisation-number';

/** One workplace to choose, in words; `value` is what its button sends as `_intent`. */
export interface WorkplaceChoice {
  readonly value: string;
  readonly name: string;
  readonly detail: string;
  /** «Registrert som forankret …»; null when it is not. */
  readonly anchored: string | null;
}

/** What a search found, in words: for the page, and as JSON for its script. */
export interface WorkplaceChoices {
  /** How many, said also to those who do not see the list. */
  readonly status: string;
  readonly choices: readonly WorkplaceChoice[];
  readonly notes: readonly string[];
}

const chosenForm = z.object({
  employer: z.string(),
  organisationNumber: z.string(),
  unit: z.string(),
});

/** What is filled into the form's own fields; the use case judges it as if it had been typed. */
export type ChosenWorkplace = z.infer<typeof chosenForm>;

/** Reads the value of a choice's button; null for anything that no page of ours has sent. */
export function readChoice(intent: string): ChosenWorkplace | null {
  if (!intent.startsWith(chooseIntent)) return null;
  try {
    const parsed = chosenForm.safeParse(JSON.parse(intent.slice(chooseIntent.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function choiceOf(locale: Locale, found: FoundWorkplace): WorkplaceChoice {
  const t = getTexts(locale, 'workplace');
  const { employer, organisationNumber, unit, place, anchoredSince } = found;
  const number = t('search.number', { number: formatOrganisationNumber(organisationNumber) });
  return {
    value: `${chooseIntent}${JSON.stringify({ employer, organisationNumber, unit })}`,
    name: unit === '' ? employer : `${employer}, ${unit}`,
    detail: place === null ? number : `${number} · ${place}`,
    anchored:
      anchoredSince === null
        ? null
        : t('search.anchored', { date: formatLongDate(anchoredSince, locale) }),
  };
}

export function choicesOf(
  locale: Locale,
  typed: string,
  search: WorkplaceSearch,
): WorkplaceChoices {
  const t = getTexts(locale, 'workplace');
  const { found, hasMore, registerIsDown } = search;
  return {
    status: t(hasMore ? 'search.countOfMore' : 'search.count', { count: found.length, typed }),
    choices: found.map((each) => choiceOf(locale, each)),
    notes: registerIsDown ? [t('search.down')] : [],
  };
}
