import type { LocalDate } from '@/lib/kernel/time';

/** Why a workplace gives no priority: nobody has verified its anchoring, or it was not in force on the deadline. */
export type NoPriorityReason = 'not-verified' | 'not-in-force';

/**
 * One reason for a place in the ranking, as facts that each language words. Stored with a locked
 * position, so a shape may be added to and never changed. Instants are ISO 8601 in UTC.
 */
export type Reason =
  | {
      readonly kind: 'priority-workplace';
      readonly workplace: string;
      readonly since: LocalDate;
      /** The last day, of an anchoring with an end. */
      readonly until?: LocalDate;
    }
  | { readonly kind: 'no-priority'; readonly because: NoPriorityReason }
  | { readonly kind: 'assessment-score'; readonly score: number | null }
  | { readonly kind: 'arrival'; readonly receivedAt: string; readonly arrivalNumber: number }
  | {
      readonly kind: 'moved';
      /** The place that the criteria alone give. */
      readonly from: number;
      /** The place that the officer chose. A later move of another can have shifted it since. */
      readonly to: number;
      readonly reason: string;
      /** The officer's name. */
      readonly by: string;
      readonly at: string;
    };
