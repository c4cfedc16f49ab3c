import type { ApplicationId } from '@/lib/kernel/ids';
import { placesLeft, type Places } from './capacity';

/** One place of the locked ranking as it stands on the day of release. */
export interface LockedPosition {
  readonly applicationId: ApplicationId;
  readonly position: number;
  /** Withdrawn by the applicant after the lock: keeps its number, gets nothing. */
  readonly withdrawn: boolean;
}

export interface ReleaseInput extends Places {
  readonly positions: readonly LockedPosition[];
  /** Concluded not qualified and not withdrawn, in order of arrival. */
  readonly notQualified: readonly ApplicationId[];
}

/** Who learns what. Everybody who is not withdrawn is in exactly one of the three. */
export interface ReleasePlan {
  readonly offers: readonly { readonly applicationId: ApplicationId; readonly position: number }[];
  /** `number` counts from 1 among those who wait, whatever their place in the ranking. */
  readonly waitingList: readonly {
    readonly applicationId: ApplicationId;
    readonly position: number;
    readonly number: number;
  }[];
  readonly refusals: readonly ApplicationId[];
}

/** Rules 8 and 9: offers down the locked order while there are places, the rest wait in the same order. */
export function planRelease(input: ReleaseInput): ReleasePlan {
  const standing = [...input.positions]
    .filter((each) => !each.withdrawn)
    .sort((a, b) => a.position - b.position)
    .map(({ applicationId, position }) => ({ applicationId, position }));
  const places = placesLeft(input);
  return {
    offers: standing.slice(0, places),
    waitingList: standing.slice(places).map((each, index) => ({ ...each, number: index + 1 })),
    refusals: input.notQualified,
  };
}
