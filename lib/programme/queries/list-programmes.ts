import type { Actor } from '@/lib/kernel/actor';
import type { Localized } from '@/lib/kernel/locale';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { relevantCohort } from '../rules/relevant-cohort';
import { readCohorts, readProgrammes } from '../store';
import { mayRead } from './cohort-facts';
import { onPage, type CohortOnPage } from './programme-page';

/** A programme in the list of all. */
export interface ListedProgramme {
  readonly slug: string;
  readonly name: Localized;
  readonly summary: Localized;
  readonly heldBy: Localized;
  /** The cohort to read about; null when none is public. */
  readonly cohort: CohortOnPage | null;
}

const order = { open: 0, coming: 1, closed: 2 };

/** Every programme with its most relevant cohort: those that take applications first. */
export async function listProgrammes(
  platform: Platform,
  actor: Actor | null,
): Promise<ListedProgramme[]> {
  const [programmes, all, now] = await Promise.all([
    readProgrammes(platform.db),
    readCohorts(platform.db),
    readNow(platform),
  ]);
  const cohorts = all.filter((cohort) => mayRead(actor, cohort));
  return programmes
    .map(({ id, slug, texts }) => {
      const own = cohorts.filter((cohort) => cohort.programme.id === id);
      const shown = relevantCohort(own, now);
      return {
        slug,
        name: texts.name,
        summary: texts.summary,
        heldBy: texts.heldBy,
        cohort: shown === null ? null : onPage(shown, now),
      };
    })
    .toSorted((a, b) => rank(a.cohort) - rank(b.cohort));
}

function rank(cohort: CohortOnPage | null): number {
  return cohort === null ? 3 : order[cohort.window];
}
