import { getTexts } from '@/components/texts/get-texts';
import { inWords } from '@/components/ui/date-with-days';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplicationItem } from '@/lib/application/queries/my-applications';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import { firstDay } from '@/lib/programme/rules/cohort-facts';
import { answersOffers } from '@/lib/programme/rules/cohort-states';
import { caseStanding, type CaseStanding } from './case-standing';

/** An application with what has been released of its outcome, and the moment of reading. */
export interface Case {
  readonly application: Pick<
    MyApplicationItem,
    'reference' | 'state' | 'window' | 'deadline' | 'cohort' | 'receivedAt' | 'withdrawnAt'
  > &
    Partial<Pick<MyApplicationItem, 'awaited'>>;
  readonly outcome: ApplicantOutcome;
  readonly now: Instant;
}

export function standingOf({ application, outcome }: Case): CaseStanding {
  return caseStanding(application, outcome);
}

/** The state in one sentence: «Vi vurderer søknaden din». */
export function stateInWords(locale: Locale, subject: Case): string {
  const t = getTexts(locale, 'my-application');
  const { outcome } = subject;
  const standing = standingOf(subject);
  if (standing === 'waiting-list') {
    return t('state.waiting-list', {
      number: outcome.kind === 'waiting-list' ? outcome.number : 0,
    });
  }
  if (standing === 'deleted') return getTexts(locale, 'drafts')('deleted.state');
  return t(`state.${standing}`);
}

/** What the state means, by when, and what to do about it: a paragraph each. */
export function aboutState(locale: Locale, subject: Case): string[] {
  const t = getTexts(locale, 'my-application');
  const { application, outcome, now } = subject;
  const { cohort, deadline, withdrawnAt } = application;
  const today = localDateOf(now, cohort.zone);
  const day = (date: LocalDate) => formatLongDate(date, locale);
  const moment = (at: Instant | null) => (at === null ? '' : day(localDateOf(at, cohort.zone)));
  const byWhen = (date: LocalDate) => ({ date: day(date), inWords: inWords(date, today, locale) });
  const offer = outcome.kind === 'offer' ? outcome : null;
  const respondBy = offer?.respondBy ?? cohort.respondBy;
  const standing = standingOf(subject);
  switch (standing) {
    case 'deleted':
      return [getTexts(locale, 'drafts')('deleted.about', { date: moment(withdrawnAt) })];
    case 'draft':
    case 'received':
      return [t(`about.${standing}`, byWhen(deadline))];
    case 'draft-closed':
      return [t('about.draft-closed', { date: day(deadline) })];
    case 'assessed':
      return [t('about.assessed', { date: day(cohort.respondBy) })];
    case 'offer':
      return [t('about.offer', byWhen(respondBy))];
    case 'bound': {
      const start = firstDay(cohort);
      if (start === null) return [t('about.boundNoDate')];
      return [t(start < today ? 'about.boundPast' : 'about.bound', { date: day(start) })];
    }
    case 'declined':
      return [t('about.declined', { date: moment(offer?.answeredAt ?? null) })];
    case 'lapsed':
      return [
        t('about.lapsed', { date: day(respondBy) }),
        ...(answersOffers[cohort.state] ? [t('about.lapsedAsk')] : []),
      ];
    case 'waiting-list':
      return [
        t('about.waiting-list', {
          total: outcome.kind === 'waiting-list' ? outcome.total : 0,
          date: day(cohort.admissionClosesOn),
        }),
        ...(outcome.kind === 'waiting-list' && outcome.toldNumber !== outcome.number
          ? [t('about.waitingTold', { number: outcome.toldNumber })]
          : []),
      ];
    case 'refusal': {
      const reason = outcome.kind === 'refusal' ? outcome.reason : null;
      return [
        t('about.refusal'),
        ...(reason === null ? [] : [t('about.refusalReason', { reason })]),
        t('about.refusalAsk'),
      ];
    }
    case 'withdrawn':
      return [
        t(outcome.kind === 'waiting-list' ? 'about.withdrawnWaiting' : 'about.withdrawn', {
          date: moment(withdrawnAt),
        }),
      ];
    case 'revoked':
    case 'cohort-cancelled':
      return [t(`about.${standing}`)];
  }
}
