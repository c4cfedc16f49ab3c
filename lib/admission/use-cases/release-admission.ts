import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import { appendEvent } from '@/lib/audit/append-event';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import type { Actor, Person } from '@/lib/kernel/actor';
import { isId, type ApplicationId, type CohortId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, readNow, type Tx } from '@/lib/platform/database';
import { newId, newSecret, sha256 } from '@/lib/platform/ids';
import { lockCohort } from '@/lib/platform/locks';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { writeReleaseLetters, type ReleaseLetter } from '../letters';
import { checkRelease, type ReleaseRefusal } from '../rules/release';
import {
  lockCandidates,
  readReleaseSituation,
  storeNotices,
  storeOffers,
  storeRelease,
  type ReleaseSituation,
} from '../store/release';

export interface ReleaseInput {
  readonly cohortId: string;
  /** Of the preview that the officer saw; left out when there was none. */
  readonly fingerprint?: string | null;
}

export interface Released {
  readonly cohortId: CohortId;
  readonly releasedAt: Instant;
  readonly offers: number;
  readonly waitingList: number;
  readonly refusals: number;
}

export type ReleaseAdmissionRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AwaitsOwnAnswer
  /** Something in what was previewed is no longer so: look again. */
  | { readonly kind: 'preview-outdated' }
  | ReleaseRefusal;

/** Some sixty letters and twice as many events: seconds, on a slow machine more. In milliseconds. */
const timeout = 60_000;

/**
 * Opens the offers, the waiting list and the refusals of a cohort, with their letters, in one act
 * (rules 8 and 9). Letters are written before the lock is taken; if anything that they say has changed
 * when it is, nothing happens. Pressed again, it answers what was released the first time.
 */
export async function releaseAdmission(
  platform: Platform,
  actor: Actor,
  input: ReleaseInput,
): Promise<Result<Released, ReleaseAdmissionRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'release-admission')) {
    return refuse({ kind: 'forbidden' });
  }
  if (!isId(input.cohortId)) return refuse({ kind: 'not-found' });
  const cohort = await readCohort(platform.db, input.cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  if (await awaitsOwnAnswer(platform.db, actor, cohort.id)) {
    return refuse({ kind: 'awaits-own-answer' });
  }
  const planned = await readReleaseSituation(platform.db, cohort);
  if (planned.released !== null) return ok(releasedOf(cohort, planned, planned.released.at));
  const now = await readNow(platform);
  const checked = checkRelease(conditionsOf(cohort, planned), now);
  if (!checked.ok) return checked;
  const seen = input.fingerprint ?? planned.fingerprint;
  if (seen !== planned.fingerprint) return refuse({ kind: 'preview-outdated' });
  const letters = await writeReleaseLetters(platform.env, cohort, planned);

  return inTransaction<Released, ReleaseAdmissionRefusal>(
    platform,
    async (tx) => {
      await lockCandidates(tx, cohort.id);
      await lockCohort(tx, cohort.id);
      const current = await readCohort(tx.prisma, cohort.id);
      if (current === null) return refuse({ kind: 'not-found' });
      const situation = await readReleaseSituation(tx.prisma, current);
      if (situation.released !== null) {
        return ok(releasedOf(current, situation, situation.released.at));
      }
      if (await awaitsOwnAnswer(tx.prisma, actor, current.id)) {
        return refuse({ kind: 'awaits-own-answer' });
      }
      const at = await tx.now();
      const still = checkRelease(conditionsOf(current, situation), at);
      if (!still.ok) return still;
      if (situation.fingerprint !== planned.fingerprint)
        return refuse({ kind: 'preview-outdated' });
      await release(tx, { actor, cohort: current, situation, letters, at });
      return ok(releasedOf(current, situation, at));
    },
    { timeout },
  );
}

interface Releasing {
  readonly actor: Person;
  readonly cohort: CohortFacts;
  readonly situation: ReleaseSituation;
  readonly letters: ReadonlyMap<ApplicationId, ReleaseLetter>;
  readonly at: Instant;
}

async function release(tx: Tx, releasing: Releasing): Promise<void> {
  const { actor, cohort, situation, at } = releasing;
  const { plan } = situation;
  const cohortId = cohort.id;
  const releaseId = await storeRelease(tx, { cohortId, byId: actor.userId, at });
  const offers = plan.offers.map((offer) => {
    const secret = newSecret();
    return { ...offer, id: newId<'Offer'>(), secret, linkHash: sha256(secret) };
  });
  await storeOffers(tx, {
    cohortId,
    respondBy: cohort.respondBy,
    at,
    offers: offers.map(({ id, applicationId, linkHash }) => ({ id, applicationId, linkHash })),
  });
  await storeNotices(tx, { cohortId, at, plan });
  await appendEvent(tx, {
    actor,
    at,
    kind: 'admission-released',
    subject: { type: 'release', id: releaseId },
    cohortId,
    after: {
      offers: offers.length,
      waitingList: plan.waitingList.length,
      refusals: plan.refusals.length,
    },
  });
  for (const { id, applicationId, position, secret } of offers) {
    await appendEvent(tx, {
      actor,
      at,
      kind: 'offer-opened',
      subject: { type: 'offer', id },
      cohortId,
      after: { state: 'open', applicationId, position, respondBy: cohort.respondBy },
    });
    await sendTo(tx, releasing, applicationId, secret);
  }
  for (const { applicationId, position, number } of plan.waitingList) {
    await appendEvent(tx, {
      actor,
      at,
      kind: 'put-on-waiting-list',
      subject: { type: 'application', id: applicationId },
      cohortId,
      after: { position, number },
    });
    await sendTo(tx, releasing, applicationId);
  }
  for (const applicationId of plan.refusals) {
    await appendEvent(tx, {
      actor,
      at,
      kind: 'refusal-released',
      subject: { type: 'application', id: applicationId },
      cohortId,
    });
    await sendTo(tx, releasing, applicationId);
  }
}

async function sendTo(
  tx: Tx,
  { cohort, situation, letters, at }: Releasing,
  applicationId: ApplicationId,
  secret?: string,
): Promise<void> {
  const letter = letters.get(applicationId);
  const candidate = situation.candidates.get(applicationId);
  if (letter === undefined || candidate === undefined) {
    throw new Error(`No letter was written for application ${applicationId}.`);
  }
  await queueLetter(tx, {
    ...letter,
    at,
    userId: candidate.userId,
    cohortId: cohort.id,
    applicationId,
    ...(secret === undefined ? {} : { secret }),
  });
}

function conditionsOf(cohort: CohortFacts, situation: ReleaseSituation) {
  return {
    cohortState: cohort.state,
    locked: situation.ranking !== null,
    respondBy: cohort.respondBy,
    zone: cohort.zone,
  };
}

function releasedOf(cohort: CohortFacts, { plan }: ReleaseSituation, at: Instant): Released {
  return {
    cohortId: cohort.id,
    releasedAt: at,
    offers: plan.offers.length,
    waitingList: plan.waitingList.length,
    refusals: plan.refusals.length,
  };
}
