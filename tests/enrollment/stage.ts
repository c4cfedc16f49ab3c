import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { openSecret } from '@/lib/correspondence/sealed-secret';
import type { SlipInput } from '@/lib/enrollment/forms';
import { openSlip, type OfferPage } from '@/lib/enrollment/queries/open-slip';
import { signSlip } from '@/lib/enrollment/use-cases/sign-slip';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortPlan } from '@/lib/programme/rules/cohort-plan';
import type { TestPlatform } from '../harness/platform';
import { applies, concludes, done, moments, openCohort, person } from '../admission/stage';

/** Somebody with an open offer, and the secret of the link in the offer's letter. */
export interface Offered {
  readonly applicant: Person;
  readonly reference: string;
  readonly linkSecret: string;
}

export interface Admission {
  readonly cohortId: CohortId;
  readonly officer: Person;
  readonly offered: readonly Offered[];
}

/** A cohort whose offers have gone out to as many as asked for; the clock is put after its deadline. */
export async function admission(
  platform: TestPlatform,
  count: number,
  { locale = 'nb', ...plan }: Partial<CohortPlan> & { readonly locale?: Locale } = {},
): Promise<Admission> {
  const cohortId = await openCohort(platform, {
    capacity: count,
    earlyBirdPlaces: Math.min(5, count),
    ...plan,
  });
  const officer = await person(platform, 'Ola Opptak', { roles: ['officer'] });
  const applied = [];
  for (let number = 1; number <= count; number += 1) {
    const each = await applies(platform, cohortId, `Kari Nordmann${number}`, { locale });
    await concludes(platform, officer, each);
    applied.push(each);
  }
  platform.clock.set(moments.afterDeadline);
  done(await lockRanking(platform, officer, { cohortId }));
  done(await releaseAdmission(platform, officer, { cohortId }));
  const offered = [];
  for (const { applicant, reference } of applied) {
    offered.push({ applicant, reference, linkSecret: await linkSecretOf(platform, applicant) });
  }
  return { cohortId, officer, offered };
}

async function linkSecretOf(platform: TestPlatform, applicant: Person): Promise<string> {
  const letter = await platform.db.letter.findFirstOrThrow({
    where: { kind: 'offer', toAddress: applicant.email },
  });
  return openSecret(platform.env.AUTH_SECRET, letter.sealedSecret ?? '');
}

/** What the applicant sees, signed in. */
export async function sees(
  platform: TestPlatform,
  { applicant, reference }: Offered,
  locale: Locale = 'nb',
): Promise<OfferPage> {
  return done(await openSlip(platform, applicant, { reference, linkSecret: null, locale }));
}

/** The form as the page gives it, filled in by the applicant, who pays. */
export function filledIn(page: OfferPage, given: Partial<SlipInput> = {}): SlipInput {
  if (page.slip === null) throw new Error('There is nothing to sign.');
  const { shown, terms } = page.slip;
  return {
    payer: {
      kind: 'applicant',
      address: { street: 'Storgata 1', postcode: '9008', city: 'Tromsø' },
    },
    signedName: page.applicantName,
    shown: {
      price: shown.price.amount,
      earlyBirdPlacesLeft: shown.earlyBirdPlacesLeft,
      terms,
    },
    ...given,
  };
}

/** Signs what is filled in, signed in as the applicant. */
export function signs(
  platform: TestPlatform,
  { applicant, reference }: Offered,
  slip: SlipInput,
  locale: Locale = 'nb',
): ReturnType<typeof signSlip> {
  return signSlip(platform, applicant, { reference, linkSecret: null, locale, slip });
}
