import type { Instant } from '@/lib/kernel/time';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { openSlip } from '@/lib/enrollment/queries/open-slip';
import type { Payer } from '@/lib/enrollment/rules/payer';
import { signSlip } from '@/lib/enrollment/use-cases/sign-slip';
import type { CohortOnStage } from './cohort-on-stage';
import { demoApplicant, type DemoApplicant } from './people';
import { must } from './stage';
import { demoWorkplaces } from './workplaces';

/** What somebody with an offer does, and how many hours after the release. */
export type Answer =
  | { readonly does: 'signs'; readonly payer: Payer['kind']; readonly afterHours: number }
  | { readonly does: 'declines'; readonly afterHours: number }
  | { readonly does: 'waits' };

const hour = 3_600_000;

/** Plans the answers to the offers of a release: the first answer is that of the first in the ranking. */
export async function planAnswers(
  on: CohortOnStage,
  releasedAt: Instant,
  answers: readonly Answer[],
): Promise<void> {
  const offers = await on.stage.platform.db.rankingPosition.findMany({
    where: { ranking: { cohortId: on.id }, application: { offers: { some: { state: 'open' } } } },
    orderBy: { position: 'asc' },
    select: { application: { select: { applicant: { select: { email: true } } } } },
  });
  offers.forEach(({ application }, at) => {
    const answer = answers[at];
    if (answer === undefined || answer.does === 'waits') return;
    const applicant = byEmail(application.applicant.email);
    on.stage.plan(new Date(releasedAt.getTime() + answer.afterHours * hour), () =>
      answer.does === 'declines' ? decline(on, applicant) : sign(on, applicant, answer.payer),
    );
  });
}

function byEmail(email: string): DemoApplicant {
  const number = Number(/^soker(\d+)@/.exec(email)?.[1]);
  return demoApplicant(number);
}

async function decline(on: CohortOnStage, applicant: DemoApplicant): Promise<void> {
  must(
    await declineOffer(on.stage.platform, await on.stage.signIn(applicant), {
      reference: on.reference(applicant.number),
      linkSecret: null,
    }),
    `no of ${applicant.name}`,
  );
}

/** Reads the slip as it stands at that moment, and signs what was read. */
async function sign(
  on: CohortOnStage,
  applicant: DemoApplicant,
  payer: Payer['kind'],
): Promise<void> {
  const { platform } = on.stage;
  const person = await on.stage.signIn(applicant);
  const { locale } = applicant;
  const held = { reference: on.reference(applicant.number), linkSecret: null, locale };
  const { slip } = must(await openSlip(platform, person, held), `slip of ${applicant.name}`);
  if (slip === null) throw new Error(`${applicant.name} has no slip to sign.`);
  await on.stage.pass(7 * 60_000);
  must(
    await signSlip(platform, person, {
      ...held,
      slip: {
        payer: payerOf(applicant, payer),
        signedName: applicant.name,
        shown: {
          price: slip.shown.price.amount,
          earlyBirdPlacesLeft: slip.shown.earlyBirdPlacesLeft,
          terms: slip.terms,
        },
      },
    }),
    `enrollment of ${applicant.name}`,
  );
}

function payerOf(applicant: DemoApplicant, kind: Payer['kind']): Payer {
  if (kind === 'applicant') {
    const street = `Eksempelgata ${applicant.number}`;
    return { kind, address: { street, postcode: '9999', city: 'Demovik' } };
  }
  const { employer, organisationNumber, street, postcode, city } =
    demoWorkplaces[applicant.workplace];
  return {
    kind,
    employer,
    organisationNumber,
    reference: `Demo ${4000 + applicant.number}`,
    address: { street, postcode, city },
  };
}
