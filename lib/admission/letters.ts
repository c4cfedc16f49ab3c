import { declinedLetter } from '@/emails/declined';
import { declinedMailboxLetter } from '@/emails/declined-mailbox';
import { offerLetter } from '@/emails/offer';
import { refusalLetter } from '@/emails/refusal';
import type { RenderedLetter } from '@/emails/rendered-letter';
import type { AboutPlace } from '@/emails/to-applicant';
import { waitingListLetter } from '@/emails/waiting-list';
import type { LetterToQueue } from '@/lib/correspondence/queue-letter';
import type { ApplicationId } from '@/lib/kernel/ids';
import { defaultLocale, type Locale } from '@/lib/kernel/locale';
import { publicOrigin, type Env } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { Candidate } from './store/candidates';
import type { HeldOffer } from './store/offers';
import type { ReleaseSituation } from './store/release';

export const releaseLetterKinds = ['offer', 'waiting-list', 'refusal'] as const;
export type ReleaseLetterKind = (typeof releaseLetterKinds)[number];

/** A letter of the release, ready but for the secret of an offer's link. */
export interface ReleaseLetter {
  readonly kind: ReleaseLetterKind;
  readonly to: string;
  readonly locale: Locale;
  readonly rendered: RenderedLetter;
}

/**
 * Writes the letter of everybody who learns something at a release, in each one's language. Slow (tens
 * of milliseconds a letter), so never under a lock.
 */
export async function writeReleaseLetters(
  env: Env,
  cohort: CohortFacts,
  situation: ReleaseSituation,
): Promise<ReadonlyMap<ApplicationId, ReleaseLetter>> {
  const { plan, candidates, ranking } = situation;
  const moves = (ranking?.positions ?? []).filter((each) => each.override !== null).length;
  const letters = new Map<ApplicationId, ReleaseLetter>();
  const write = async (
    kind: ReleaseLetterKind,
    id: ApplicationId,
    render: (candidate: Candidate, common: AboutPlace) => Promise<RenderedLetter>,
  ) => {
    const candidate = candidates.get(id);
    if (candidate === undefined) throw new Error(`No candidate for application ${id}.`);
    const rendered = await render(candidate, commonProps(env, cohort, candidate));
    letters.set(id, { kind, to: candidate.email, locale: candidate.locale, rendered });
  };
  for (const { applicationId } of plan.offers) {
    await write('offer', applicationId, ({ locale }, common) =>
      offerLetter(locale, {
        ...common,
        respondBy: cohort.respondBy,
        gatherings: spansOf(cohort),
        place: cohort.place.name[locale],
        ordinaryPrice: cohort.ordinaryPrice,
        earlyBirdPrice: cohort.earlyBirdPrice,
        earlyBirdPlaces: cohort.earlyBirdPlaces,
        earlyBirdPlacesLeft: cohort.earlyBirdPlacesLeft,
        link: `${publicOrigin(env)}/api/${locale}/offers/link/{{secret}}`,
      }),
    );
  }
  for (const { applicationId, number } of plan.waitingList) {
    await write('waiting-list', applicationId, ({ locale }, common) =>
      waitingListLetter(locale, {
        ...common,
        number,
        total: plan.waitingList.length,
        capacity: cohort.capacity,
        criteria: cohort.rankingCriteria,
        moves,
        admissionClosesOn: cohort.admissionClosesOn,
      }),
    );
  }
  for (const applicationId of plan.refusals) {
    await write('refusal', applicationId, ({ locale, conclusionReason }, common) =>
      refusalLetter(locale, { ...common, reason: conclusionReason ?? '' }),
    );
  }
  return letters;
}

/** The letters of a no: to the applicant, and to the programme's mailbox, since a place is free. */
export async function writeDeclinedLetters(
  env: Env,
  cohort: CohortFacts,
  offer: HeldOffer,
): Promise<readonly LetterToQueue[]> {
  const { application, applicant, letterLocale } = offer;
  const { programme } = cohort;
  const about = {
    installation: env.INSTALLATION_NAME,
    cohort: cohort.name,
    reference: application.reference,
  };
  const belongsTo = { cohortId: cohort.id, applicationId: application.id };
  return [
    {
      ...belongsTo,
      kind: 'declined',
      to: applicant.email,
      userId: applicant.userId,
      locale: letterLocale,
      rendered: await declinedLetter(letterLocale, {
        ...about,
        applicantName: application.name,
        programme: programme.name[letterLocale],
        contact: { mailbox: programme.mailbox, phone: programme.contactPhone },
      }),
    },
    {
      ...belongsTo,
      kind: 'declined-mailbox',
      to: programme.mailbox,
      locale: defaultLocale,
      rendered: await declinedMailboxLetter(defaultLocale, {
        ...about,
        programme: programme.name[defaultLocale],
        applicantName: application.name,
        page: `${publicOrigin(env)}/${defaultLocale}/staff/cohorts/${cohort.id}`,
      }),
    },
  ];
}

function commonProps(env: Env, cohort: CohortFacts, candidate: Candidate): AboutPlace {
  const { programme } = cohort;
  return {
    installation: env.INSTALLATION_NAME,
    applicantName: candidate.name,
    programme: programme.name[candidate.locale],
    cohort: cohort.name,
    reference: candidate.reference,
    contact: { mailbox: programme.mailbox, phone: programme.contactPhone },
  };
}

function spansOf(cohort: CohortFacts) {
  return cohort.gatherings.flatMap(({ sessions }) => {
    const first = sessions[0];
    const last = sessions.at(-1);
    return first === undefined || last === undefined ? [] : [{ from: first.date, to: last.date }];
  });
}
