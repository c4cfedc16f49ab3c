import {
  withdrawApplication as withdrawUnlessHeldBack,
  type WithdrawApplicationRefusal,
} from '@/lib/application/use-cases/withdraw-application';
import type { Actor } from '@/lib/kernel/actor';
import type { ApplicationId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { Tx } from '@/lib/platform/database';
import { offerStanding } from '../rules/offer-standing';
import { takesPlace } from '../rules/offer-states';
import { readOfferTerms } from '../store/offers';

/**
 * The applicant withdraws their application, until they have an offer to answer: that is declined
 * instead, so that its place is free at once. Before the release, and from the waiting list or after a
 * refusal, they withdraw as ever; nothing of what they are refused tells them what has been prepared.
 */
export function withdrawApplication(
  platform: Platform,
  actor: Actor,
  input: {
    readonly reference: string;
    readonly reason: string;
    readonly onlyDraft?: boolean;
  },
): Promise<Result<{ readonly withdrawnAt: Instant }, WithdrawApplicationRefusal>> {
  return withdrawUnlessHeldBack(platform, actor, input, isHeldBack);
}

async function isHeldBack(tx: Tx, applicationId: ApplicationId): Promise<boolean> {
  const now = await tx.now();
  const offers = await readOfferTerms(tx.prisma, applicationId);
  return offers.some((offer) => takesPlace[offerStanding(offer, now)]);
}
