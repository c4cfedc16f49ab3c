import type { Instant } from '@/lib/kernel/time';
import { workplaceKey } from '@/lib/application/rules/workplace-key';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import type { Outcome } from '@/lib/assessment/rules/conclusion';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { planAnswers, type Answer } from './answering';
import type { CohortOnStage } from './cohort-on-stage';
import { must } from './stage';
import { anchoringEvidence, notQualifiedReason, qualifiedReasons } from './words';
import { demoWorkplaces, type DemoWorkplace } from './workplaces';

const minute = 60_000;

/** What an officer concludes of one applicant. */
export type DemoConclusion = readonly [applicant: number, outcome: Outcome];

/**
 * The officer verifies what is known of the workplaces, then concludes one application after the other,
 * `spacing` milliseconds apart.
 */
export function planConclusions(
  on: CohortOnStage,
  from: Instant,
  spacing: number,
  conclusions: readonly DemoConclusion[],
): void {
  on.stage.plan(from, () => verifyWorkplaces(on));
  conclusions.forEach(([applicant, outcome], at) => {
    on.stage.plan(new Date(from.getTime() + 20 * minute + at * spacing), async () => {
      const reason =
        outcome === 'not-qualified'
          ? notQualifiedReason
          : (qualifiedReasons[applicant % qualifiedReasons.length] ?? qualifiedReasons[0]);
      must(
        await concludeApplication(on.stage.platform, on.office().officer, {
          reference: on.reference(applicant),
          outcome,
          reason,
        }),
        `conclusion on applicant ${applicant}`,
      );
    });
  });
}

async function verifyWorkplaces(on: CohortOnStage): Promise<void> {
  const { platform } = on.stage;
  const anchored = Object.values<DemoWorkplace>(demoWorkplaces);
  for (const workplace of anchored) {
    if (workplace.anchored === null) continue;
    const known = await platform.db.workplace.findUnique({
      where: { matchKey: workplaceKey(workplace) },
      select: { id: true },
    });
    // Nobody from there has applied yet.
    if (known === null) continue;
    must(
      await verifyAnchoring(platform, on.office().officer, {
        workplaceId: known.id,
        ...workplace.anchored,
        evidence: anchoringEvidence,
      }),
      `anchoring of ${workplace.unit}`,
    );
  }
}

/** Somebody is moved in the ranking, which shows for ever. */
export function planOverride(
  on: CohortOnStage,
  at: Instant,
  applicant: number,
  toPosition: number,
): void {
  on.stage.plan(at, async () => {
    must(
      await overrideRanking(on.stage.platform, on.office().officer, {
        cohortId: on.id,
        reference: on.reference(applicant),
        toPosition,
        reason:
          'Kursledelsen ønsker at kommunehelsetjenesten er med i kullet, og dette er den best kvalifiserte derfra. (Demo)',
      }),
      'override',
    );
  });
}

/** The ranking is locked, and a day or so later everybody learns the outcome; then the answers come. */
export function planAdmission(
  on: CohortOnStage,
  times: { readonly lock: Instant; readonly release: Instant },
  answers: readonly Answer[],
): void {
  on.stage.plan(times.lock, async () => {
    const { officer } = on.office();
    must(await lockRanking(on.stage.platform, officer, { cohortId: on.id }), 'lock');
  });
  on.stage.plan(times.release, async () => {
    const { officer } = on.office();
    must(await releaseAdmission(on.stage.platform, officer, { cohortId: on.id }), 'release');
    await planAnswers(on, times.release, answers);
  });
}
