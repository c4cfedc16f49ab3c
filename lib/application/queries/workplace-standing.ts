import type { Person } from '@/lib/kernel/actor';
import { isOrganisationNumber } from '@/lib/kernel/organisation-number';
import type { LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { findKnownWorkplaces } from '../known-workplace-store';
import { arrivedWith } from '../kyr-store';
import { readOwnClaim } from '../own-case-store';
import { emptySections } from '../rules/answers';
import { anchoringInForce, kyrIsKnown } from '../rules/kyr-question';
import { isNearUnit } from '../rules/near-unit';
import { workplaceKey, type ClaimedWorkplace } from '../rules/workplace-key';
import type { FoundWorkplace } from '../rules/workplace-search';

/** What is known of a workplace that an applicant has named. */
export interface WorkplaceStanding {
  /** Verified and in force on the application deadline: since when. */
  readonly anchoredSince: LocalDate | null;
  /** The questions about KYR need no answer. */
  readonly kyrIsKnown: boolean;
  /** Known units of the same organisation that may be the one meant, when it is not known as it is written. */
  readonly near: readonly FoundWorkplace[];
}

const unknown: WorkplaceStanding = { anchoredSince: null, kyrIsKnown: false, near: [] };

/** More than these are not asked about: it would be a list, and no question. */
const mostNear = 3;

/** How many units of one organisation are looked through. */
const mostUnits = 200;

/**
 * What is known of a workplace as it is written, for the applicant's own application. The anchoring is
 * matched by the key alone; likeness only asks «Mener du …?».
 */
export async function workplaceStanding(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string; readonly claim: ClaimedWorkplace },
): Promise<WorkplaceStanding> {
  const { claim } = args;
  if (!isOrganisationNumber(claim.organisationNumber)) return unknown;
  const read = await readOwnClaim(platform.db, actor.userId, args.reference, claim);
  if (read === null) return unknown;
  const { application, applicationDeadline, anchorings } = read;
  const number = { by: 'number', organisationNumber: claim.organisationNumber } as const;
  // What staff have verified is known as it is written.
  const units = anchorings.some(({ withdrawnAt }) => withdrawnAt === null)
    ? []
    : await findKnownWorkplaces(platform.db, number, applicationDeadline, mostUnits);
  return {
    anchoredSince: anchoringInForce(anchorings, applicationDeadline)?.from ?? null,
    kyrIsKnown: kyrIsKnown({
      claim: { ...emptySections.workplace, ...claim },
      anchorings,
      applicationDeadline,
      arrivedWith: arrivedWith(application),
    }),
    near: nearUnits(claim, units),
  };
}

function nearUnits(
  claim: ClaimedWorkplace,
  units: readonly FoundWorkplace[],
): readonly FoundWorkplace[] {
  const key = workplaceKey(claim);
  if (units.some((unit) => workplaceKey(unit) === key)) return [];
  const near =
    claim.unit.trim() === '' ? units : units.filter(({ unit }) => isNearUnit(claim.unit, unit));
  return near.length <= mostNear ? near : [];
}
