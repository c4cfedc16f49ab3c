import type { Station, StationState } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { stations, type StationName } from '@/lib/kernel/stations';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import { firstDay, lastDay } from '@/lib/programme/rules/cohort-facts';
import { standingOf, type Case } from './case-words';
import type { CaseStanding } from './case-standing';

/** Where one stands on a way that goes on. */
interface Place {
  readonly at: StationName;
  readonly state: Exclude<StationState, 'ended'>;
}

/** A way that goes no further, and a case that has none: nothing of it ever arrived. */
type Ended = 'ended' | null;

const places: Readonly<Record<CaseStanding, Place | Ended>> = {
  draft: { at: 'application', state: 'current' },
  'draft-closed': null,
  deleted: null,
  received: { at: 'application', state: 'done' },
  assessed: { at: 'assessment', state: 'current' },
  offer: { at: 'enrollment', state: 'answer' },
  bound: { at: 'gatherings', state: 'current' },
  declined: 'ended',
  lapsed: 'ended',
  revoked: 'ended',
  // Nothing is to be signed before a place has become free.
  'waiting-list': { at: 'answer', state: 'current' },
  refusal: 'ended',
  withdrawn: 'ended',
  'cohort-cancelled': 'ended',
};

/** The way of one case: what has happened, where it stands, and what comes, each with its time. */
export function caseWay(locale: Locale, subject: Case): Station[] {
  const standing = standingOf(subject);
  const place = placeOf(subject, standing);
  if (place === null) return [];
  if (place === 'ended') return endedWay(locale, subject, standing);
  const t = getTexts(locale, 'my-application');
  const here = stations.indexOf(place.at);
  return stations.map((key, index) => ({
    key,
    label: t(`way.${key}`),
    state: index < here ? 'done' : index === here ? place.state : 'coming',
    detail: detailOf(key, locale, subject, standing),
    href:
      key === 'enrollment' && standing === 'offer'
        ? `/${locale}/offers/${subject.application.reference}`
        : undefined,
  }));
}

/** What a way is called and what its list is, for one that goes on and one that has ended. */
export function wayWords(locale: Locale, stations: readonly Station[]) {
  const t = getTexts(locale, 'my-application');
  const hasEnded = stations.some(({ state }) => state === 'ended');
  return {
    hasEnded,
    heading: t(hasEnded ? 'way.headingEnded' : 'way.heading'),
    label: t(hasEnded ? 'way.labelEnded' : 'way.label'),
  };
}

/** The stations that were reached, and how it ended: what was never reached is not shown as done. */
function endedWay(locale: Locale, subject: Case, standing: CaseStanding): Station[] {
  const { application, outcome } = subject;
  if (application.receivedAt === null) return [];
  const t = getTexts(locale, 'my-application');
  const isTold = outcome.kind !== 'none';
  const isRefused = standing === 'refusal';
  const reached: StationName[] = [
    'application',
    ...(isTold ? (['assessment'] as const) : []),
    ...(isTold && !isRefused ? (['answer'] as const) : []),
    ...(outcome.kind === 'offer' && outcome.standing === 'accepted'
      ? (['enrollment'] as const)
      : []),
  ];
  const end = isRefused
    ? { key: 'answer', label: t('way.answer'), detail: answerDetail(locale, subject) }
    : { key: 'end', ...endOf(locale, subject, standing) };
  return [
    ...reached.map((key) => ({
      key,
      label: t(`way.${key}`),
      state: 'done' as const,
      detail: detailOf(key, locale, subject, standing),
    })),
    { ...end, state: 'ended' },
  ];
}

/** How a case ended, and when, as far as we know. */
function endOf(
  locale: Locale,
  { application: { cohort, withdrawnAt }, outcome }: Case,
  standing: CaseStanding,
): Pick<Station, 'label' | 'detail'> {
  const t = getTexts(locale, 'my-application');
  const day = (date: LocalDate) => formatLongDate(date, locale);
  const on = (at: Instant) => day(localDateOf(at, cohort.zone));
  const offer = outcome.kind === 'offer' ? outcome : null;
  switch (standing) {
    case 'declined':
      return {
        label: t('way.end.declined'),
        detail: offer?.answeredAt && t('way.endDeclined', { date: on(offer.answeredAt) }),
      };
    case 'lapsed':
      return {
        label: t('way.end.lapsed'),
        detail: t('way.endLapsed', { date: day(offer?.respondBy ?? cohort.respondBy) }),
      };
    case 'withdrawn':
      return { label: t('way.end.withdrawn'), detail: withdrawnAt && on(withdrawnAt) };
    case 'revoked':
      return { label: t('state.revoked') };
    default:
      return { label: t('state.cohort-cancelled') };
  }
}

function placeOf({ application: { cohort }, now }: Case, standing: CaseStanding): Place | Ended {
  if (standing !== 'bound') return places[standing];
  if (cohort.state === 'completed') return { at: 'diploma', state: 'current' };
  const start = firstDay(cohort);
  const hasBegun = start !== null && start <= localDateOf(now, cohort.zone);
  // Until the first day nothing more is to be done, and the gatherings are still to come.
  return hasBegun ? places.bound : { at: 'enrollment', state: 'done' };
}

function detailOf(key: StationName, locale: Locale, subject: Case, standing: CaseStanding): string {
  const t = getTexts(locale, 'my-application');
  const { cohort, receivedAt } = subject.application;
  const day = (date: LocalDate) => formatLongDate(date, locale);
  switch (key) {
    case 'application':
      return receivedAt === null
        ? t('way.applicationDraft', { date: day(subject.application.deadline) })
        : t('way.applicationSent', { instant: formatInstant(receivedAt, cohort.zone, locale) });
    case 'assessment':
      if (standing === 'assessed') return t('way.assessmentNow');
      return subject.outcome.kind !== 'none' && standing !== 'received'
        ? t('way.assessmentDone')
        : t('way.assessmentComing', { date: day(cohort.applicationDeadline) });
    case 'answer':
      return answerDetail(locale, subject);
    case 'enrollment':
      return enrollmentDetail(locale, subject, standing);
    case 'gatherings': {
      const [from, to] = [firstDay(cohort), lastDay(cohort)];
      return from === null || to === null
        ? t('way.gatheringsNone')
        : t('way.gatheringsDates', { from: day(from), to: day(to) });
    }
    case 'diploma':
      return t('way.diplomaDetail');
  }
}

function answerDetail(locale: Locale, { application, outcome }: Case): string {
  const t = getTexts(locale, 'my-application');
  const on = (at: Instant) => ({
    date: formatLongDate(localDateOf(at, application.cohort.zone), locale),
  });
  switch (outcome.kind) {
    case 'offer':
      return t('way.answerOffer', on(outcome.openedAt));
    case 'waiting-list':
      // Who has left the list stood last, as far as they know, where the letter said.
      return t('way.answerWaiting', {
        number: application.state === 'withdrawn' ? outcome.toldNumber : outcome.number,
      });
    case 'refusal':
      return t('way.answerRefusal', on(outcome.toldAt));
    case 'none':
      return t('way.answerComing');
  }
}

function enrollmentDetail(
  locale: Locale,
  { application, outcome }: Case,
  standing: CaseStanding,
): string {
  const t = getTexts(locale, 'my-application');
  const { cohort } = application;
  const on = (date: LocalDate) => ({ date: formatLongDate(date, locale) });
  if (standing === 'waiting-list') return t('way.enrollmentWaiting', on(cohort.admissionClosesOn));
  if (outcome.kind !== 'offer') return t('way.enrollmentComing', on(cohort.respondBy));
  const answeredOn =
    outcome.answeredAt === null ? outcome.respondBy : localDateOf(outcome.answeredAt, cohort.zone);
  return outcome.standing === 'accepted'
    ? t('way.enrollmentBound', on(answeredOn))
    : t('way.enrollmentNow', on(outcome.respondBy));
}
