import { ok, refuse, type Result } from '@/lib/kernel/result';

/** A cohort's places: `placesTaken` is its open offers plus its enrollments. Read under the cohort's lock. */
export interface Places {
  readonly capacity: number;
  readonly placesTaken: number;
}

export interface NoPlacesLeft {
  readonly kind: 'no-places-left';
  readonly capacity: number;
  readonly placesTaken: number;
}

/** Places that nobody holds; never below zero. */
export function placesLeft(places: Places): number {
  return Math.max(0, places.capacity - places.placesTaken);
}

/** Rule 9: whether this many more places can be taken. Every path that takes one asks here. */
export function checkCapacity(places: Places, wanted: number): Result<void, NoPlacesLeft> {
  if (wanted <= placesLeft(places)) return ok(undefined);
  const { capacity, placesTaken } = places;
  return refuse({ kind: 'no-places-left', capacity, placesTaken });
}
