import type { Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { RegisteredUnit } from '@/lib/platform/business-register';
import type { Platform } from '@/lib/platform/context';
import { readCohort } from '@/lib/programme/store';
import { findKnownWorkplaces } from '../known-workplace-store';
import { workplaceKey } from '../rules/workplace-key';
import {
  readWorkplaceQuery,
  type FoundWorkplace,
  type WorkplaceQuery,
  type WorkplaceQueryRefusal,
} from '../rules/workplace-search';
import { readOwnApplication } from '../store';

/** What a search gives: the known workplaces first, then the public register's. */
export interface WorkplaceSearch {
  readonly found: readonly FoundWorkplace[];
  /** There are more: more words would help. */
  readonly hasMore: boolean;
  /** The public register did not answer, so only the known ones are here. */
  readonly registerIsDown: boolean;
}

/** More than this nobody reads on a phone. */
const most = 12;

/**
 * Searches for the workplace of the applicant's own application, among those that are known here and, when
 * there is one, in a public register. Both need somebody who is signed in and applying.
 */
export async function searchWorkplaces(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string; readonly typed: string },
): Promise<Result<WorkplaceSearch, WorkplaceQueryRefusal | { readonly kind: 'not-found' }>> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  const cohort = application && (await readCohort(platform.db, application.cohortId));
  if (cohort === null) return refuse({ kind: 'not-found' });
  const query = readWorkplaceQuery(args.typed);
  if (!query.ok) return query;
  const [known, registered] = await Promise.all([
    findKnownWorkplaces(platform.db, query.value, cohort.applicationDeadline, most + 1),
    askRegister(platform, query.value),
  ]);
  const keys = new Set(known.map(workplaceKey));
  const others = registered.units.filter((unit) => {
    const key = workplaceKey(unit);
    return !keys.has(key) && keys.add(key);
  });
  const all = [...known, ...others];
  return ok({
    found: all.slice(0, most),
    hasMore: all.length > most,
    registerIsDown: registered.isDown,
  });
}

async function askRegister(
  { businessRegister }: Platform,
  query: WorkplaceQuery,
): Promise<{ readonly units: readonly FoundWorkplace[]; readonly isDown: boolean }> {
  if (businessRegister === null) return { units: [], isDown: false };
  const answer =
    query.by === 'number'
      ? await businessRegister.find(query.organisationNumber)
      : await businessRegister.search(query.name);
  return answer.ok
    ? { units: answer.value.map(asWorkplace), isDown: false }
    : { units: [], isDown: true };
}

/**
 * A unit of an organisation becomes the organisation with its number, and the unit by name: that is how
 * payslips have it, and how staff verify workplaces.
 */
function asWorkplace({ organisationNumber, name, kind, parent, place }: RegisteredUnit) {
  const isUnit = kind === 'sub-entity' && parent !== null;
  return {
    employer: isUnit ? parent.name : name,
    organisationNumber: isUnit ? parent.organisationNumber : organisationNumber,
    unit: kind === 'sub-entity' ? name : '',
    place,
    anchoredSince: null,
  };
}
