import type { RenderedLetter } from '@/emails/rendered-letter';
import type { Actor } from '@/lib/kernel/actor';
import { type ApplicationId } from '@/lib/kernel/ids';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { ok, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { can } from '@/lib/staff/rules/permissions';
import { releaseLetterKinds, writeReleaseLetters } from '../letters';
import { placesLeft } from '../rules/capacity';
import { checkRelease, type ReleaseRefusal } from '../rules/release';
import { readReleaseSituation, type ReleaseRecord, type ReleaseSituation } from '../store/release';
import { candidateRow, type CandidateRow } from './candidate-row';
import { cohortToRank, type NotToBeRead } from './ranking-readers';

/** A letter whole, as it will be sent or was; an offer's link shows `{{secret}}` for its secret. */
export interface PreviewedLetter extends RenderedLetter {
  readonly to: string;
  readonly locale: Locale;
  /** How its sending goes; null before the release. `sentAt` is null while it waits, `attempts` counts the tries. */
  readonly sending: { readonly sentAt: Instant | null; readonly attempts: number } | null;
}

export interface ReleaseEntry extends CandidateRow {
  /** Withdrawn by the applicant since the release. */
  readonly withdrawn: boolean;
  readonly letter: PreviewedLetter;
}

export interface ReleasePreview {
  readonly cohort: CohortFacts;
  readonly locked: { readonly at: Instant; readonly by: string } | null;
  /** Null before the release; after it, everything below is what was released. */
  readonly released: ReleaseRecord | null;
  /** Why it cannot be released now; null when it can, or has been. */
  readonly refusal: ReleaseRefusal | null;
  /** Goes back with the act, so that nothing is released but what was seen. */
  readonly fingerprint: string;
  readonly placesLeft: number;
  readonly offers: readonly (ReleaseEntry & { readonly position: number })[];
  readonly waitingList: readonly (ReleaseEntry & {
    readonly position: number;
    /** The place that the letter tells. */
    readonly number: number;
    /** The place in the line now; null for one who has left it. */
    readonly numberNow: number | null;
  })[];
  readonly refusals: readonly (ReleaseEntry & { readonly reason: string | null })[];
  /** Had a place in the locked ranking and withdrew: learn nothing. */
  readonly withdrawn: readonly CandidateRow[];
  /** Received and not withdrawn, yet neither ranked nor refused: would learn nothing. To be looked into. */
  readonly outside: readonly CandidateRow[];
  readonly mayRelease: boolean;
}

/**
 * Who gets what, and every letter whole in its own language, before the release and after it (rule 8). Not
 * for somebody who awaits one of the letters.
 */
export async function releasePreview(
  platform: Platform,
  actor: Actor,
  args: { readonly cohortId: string },
): Promise<Result<ReleasePreview, NotToBeRead>> {
  const readable = await cohortToRank(platform, actor, args.cohortId);
  if (!readable.ok) return readable;
  const cohort = readable.value;
  const situation = await readReleaseSituation(platform.db, cohort);
  const { ranking, released, candidates, plan } = situation;
  const now = await readNow(platform);
  const letters =
    released === null
      ? await lettersToCome(platform, cohort, situation)
      : await lettersSent(platform, cohort, released.at);

  const entry = (id: ApplicationId): ReleaseEntry => {
    const candidate = candidates.get(id);
    const letter = letters.get(id);
    if (candidate === undefined || letter === undefined) {
      throw new Error(`The release of application ${id} has no letter.`);
    }
    const withdrawn = candidate.state === 'withdrawn';
    return { ...candidateRow(candidate), withdrawn, letter };
  };
  const checked = checkRelease(
    { ...cohort, cohortState: cohort.state, locked: ranking !== null },
    now,
  );
  const ranked = new Set(ranking?.positions.map((each) => each.applicationId));
  const all = [...candidates.values()];
  return ok({
    cohort,
    locked: ranking === null ? null : { at: ranking.lockedAt, by: ranking.lockedBy },
    released,
    refusal: released !== null || checked.ok ? null : checked.refusal,
    fingerprint: situation.fingerprint,
    placesLeft: placesLeft(cohort),
    offers: plan.offers.map((each) => ({ ...entry(each.applicationId), position: each.position })),
    waitingList: withNumbersNow(
      plan.waitingList.map((each) => ({ ...entry(each.applicationId), ...each })),
    ),
    refusals: plan.refusals.map((id) => ({
      ...entry(id),
      reason: candidates.get(id)?.conclusionReason ?? null,
    })),
    withdrawn: all
      .filter((each) => each.state === 'withdrawn' && ranked.has(each.applicationId))
      .map(candidateRow),
    outside: all
      .filter(
        (each) =>
          each.state === 'submitted' ||
          (each.state === 'qualified' && !ranked.has(each.applicationId)),
      )
      .map(candidateRow),
    mayRelease: can(actor, 'release-admission'),
  });
}

/** Numbers those who still stand in the line, in the order they were told. */
function withNumbersNow<Waiting extends { readonly withdrawn: boolean }>(
  told: readonly Waiting[],
): (Waiting & { readonly numberNow: number | null })[] {
  let standing = 0;
  return told.map((each) => ({ ...each, numberNow: each.withdrawn ? null : (standing += 1) }));
}

type Letters = ReadonlyMap<string, PreviewedLetter>;

async function lettersToCome(
  platform: Platform,
  cohort: CohortFacts,
  situation: ReleaseSituation,
): Promise<Letters> {
  const letters = await writeReleaseLetters(platform.env, cohort, situation);
  return new Map(
    [...letters].map(([id, { to, locale, rendered }]) => [
      id,
      { ...rendered, to, locale, sending: null },
    ]),
  );
}

async function lettersSent(
  platform: Platform,
  cohort: CohortFacts,
  releasedAt: Instant,
): Promise<Letters> {
  const rows = await platform.db.letter.findMany({
    where: {
      cohortId: cohort.id,
      kind: { in: [...releaseLetterKinds] },
      queuedAt: { gte: releasedAt },
    },
    select: {
      applicationId: true,
      toAddress: true,
      locale: true,
      subject: true,
      html: true,
      text: true,
      sentAt: true,
      attempts: true,
    },
    orderBy: { queuedAt: 'desc' },
  });
  return new Map(
    rows.flatMap(({ applicationId, toAddress, locale, subject, html, text, sentAt, attempts }) =>
      applicationId === null
        ? []
        : [
            [
              applicationId,
              {
                to: toAddress,
                locale: isLocale(locale) ? locale : defaultLocale,
                subject,
                html,
                text,
                sending: { sentAt, attempts },
              },
            ] as const,
          ],
    ),
  );
}
