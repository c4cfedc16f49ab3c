import type { Station, StationState } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import { firstDay, lastDay } from '@/lib/programme/rules/cohort-facts';
import { standingOf, type Case } from './case-words';
import type { CaseStanding } from './case-standing';

const keys = [
  'application',
  'assessment',
  'answer',
  'enrollment',
  'gatherings',
  'diploma',
] as const;

type Key = (typeof keys)[number];

/** Where one stands, and for a way that has ended, that it goes no further. Null: no way to show. */
interface Place {
  readonly at: Key;
  readonly state: StationState;
  readonly isEnd?: true;
}

const places: Readonly<Record<CaseStanding, Place | null>> = {
  draft: { at: 'application', state: 'current' },
  'draft-closed': null,
  deleted: null,
  received: { at: 'application', state: 'done' },
  assessed: { at: 'assessment', state: 'current' },
  offer: { at: 'enrollment', state: 'answer' },
  bound: { at: 'gatherings', state: 'current' },
  declined: { at: 'enrollment', state: 'done', isEnd: true },
  lapsed: { at: 'enrollment', state: 'done', isEnd: true },
  revoked: { at: 'answer', state: 'done', isEnd: true },
  // Nothing is to be signed before a place has become free.
  'waiting-list': { at: 'answer', state: 'current' },
  refusal: { at: 'answer', state: 'done', isEnd: true },
  withdrawn: null,
  'cohort-cancelled': null,
};

/** The way of one case: what has happened, where it stands, and what comes, each with its time. */
export function caseWay(locale: Locale, subject: Case): Station[] {
  const standing = standingOf(subject);
  const place = placeOf(subject, standing);
  if (place === null) return [];
  const t = getTexts(locale, 'my-application');
  const here = keys.indexOf(place.at);
  const shown = place.isEnd === true ? keys.slice(0, here + 1) : keys;
  return shown.map((key, index) => ({
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

function placeOf({ application: { cohort }, now }: Case, standing: CaseStanding): Place | null {
  if (standing !== 'bound') return places[standing];
  if (cohort.state === 'completed') return { at: 'diploma', state: 'current' };
  const start = firstDay(cohort);
  const hasBegun = start !== null && start <= localDateOf(now, cohort.zone);
  // Until the first day nothing more is to be done, and the gatherings are still to come.
  return hasBegun ? places.bound : { at: 'enrollment', state: 'done' };
}

function detailOf(key: Key, locale: Locale, subject: Case, standing: CaseStanding): string {
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
      return t('way.answerWaiting', { number: outcome.number });
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
  switch (standing) {
    case 'bound':
      return t('way.enrollmentBound', on(answeredOn));
    case 'declined':
      return t('way.enrollmentDeclined', on(answeredOn));
    case 'lapsed':
      return t('way.enrollmentLapsed', on(outcome.respondBy));
    default:
      return t('way.enrollmentNow', on(outcome.respondBy));
  }
}
