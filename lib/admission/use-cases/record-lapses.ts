import { appendEvent } from '@/lib/audit/append-event';
import type { SystemActor } from '@/lib/kernel/actor';
import { ok } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { offerStanding } from '../rules/offer-standing';
import { cohortsWithOpenOffers, readOpenOffers, storeLapse } from '../store/offers';

const actor: SystemActor = { kind: 'system', job: 'record-lapses' };

/**
 * Writes down the lapses that the clock has decided (rule 10), which frees their places. Run by a job;
 * nothing waits for it, and running it again changes nothing.
 */
export async function recordLapses(platform: Platform): Promise<{ readonly recorded: number }> {
  let recorded = 0;
  for (const cohortId of await cohortsWithOpenOffers(platform.db)) {
    const result = await inTransaction(platform, async (tx) => {
      await lockCohort(tx, cohortId);
      const now = await tx.now();
      const offers = await readOpenOffers(tx.prisma, cohortId);
      const lapsed = offers.filter((offer) => offerStanding(offer, now) === 'lapsed');
      for (const offer of lapsed) {
        await storeLapse(tx, offer.id);
        await appendEvent(tx, {
          actor,
          kind: 'offer-lapsed',
          subject: { type: 'offer', id: offer.id },
          cohortId,
          before: { state: 'open' },
          after: { state: 'lapsed', respondBy: offer.respondBy },
        });
      }
      return ok(lapsed.length);
    });
    if (result.ok) recorded += result.value;
  }
  return { recorded };
}
