import type { OfferId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { linkHolds } from '../rules/offer-standing';
import { findOfferByLink } from '../store/offers';

/**
 * The application whose offer a letter's link leads to. Changes nothing: mail scanners follow links.
 * The link also reads an offer that has been answered or has lapsed, until it is a month too old.
 */
export async function openOfferByLink(
  platform: Platform,
  args: { readonly secret: string },
): Promise<Result<{ offerId: OfferId; reference: string }, { kind: 'not-found' }>> {
  const offer = await findOfferByLink(platform.db, args.secret);
  if (offer === null || !linkHolds(offer, await readNow(platform))) {
    return refuse({ kind: 'not-found' });
  }
  return ok({ offerId: offer.id, reference: offer.application.reference });
}
