import { inWords } from '@/components/ui/date-with-days';
import { getTexts } from '@/components/texts/get-texts';
import type { CohortAdmission } from '@/lib/admission/queries/cohort-admission';
import type { Actor } from '@/lib/kernel/actor';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { hasBegun, isOnOrBefore, localDateOf, type Instant } from '@/lib/kernel/time';
import { answersOffers, isAssessed, isOver } from '@/lib/programme/rules/cohort-states';
import { can } from '@/lib/staff/rules/permissions';

/** Something that a cohort waits for, in words. Without an address there is only to wait. */
export interface CohortTask {
  readonly words: string;
  readonly href: string | null;
}

/** What there is to do in a cohort now. Acts are only named to those who may do them. */
export function cohortTasks(
  admission: CohortAdmission,
  actor: Actor,
  now: Instant,
  locale: Locale,
): CohortTask[] {
  const t = getTexts(locale, 'staff');
  const { cohort, applications, offers, waiting, lockedAt, releasedAt, placesLeft } = admission;
  const { zone, opensOn, applicationDeadline, respondBy } = cohort;
  const page = `/${locale}/staff/cohorts/${cohort.id}`;
  if (isOver[cohort.state]) return [];
  if (!hasBegun(now, opensOn, zone)) {
    const date = formatLongDate(opensOn, locale);
    return [{ words: t('cohorts.tasks.waitOpening', { date }), href: null }];
  }
  const tasks: CohortTask[] = [];
  const takesMore = isOnOrBefore(now, applicationDeadline, zone);
  const received = applications.submitted + applications.qualified + applications['not-qualified'];
  const today = localDateOf(now, zone);
  if (isAssessed[cohort.state]) {
    const count = admission.toConclude;
    if (count > 0 && can(actor, 'conclude-application')) {
      const words = t(takesMore ? 'cohorts.tasks.concludeEarly' : 'cohorts.tasks.conclude', {
        count,
      });
      tasks.push({ words, href: `${page}?state=submitted` });
    }
    if (admission.awaited > 0 && can(actor, 'read-applications')) {
      const words = getTexts(locale, 'requests')('staff.waitingCount', {
        count: admission.awaited,
      });
      tasks.push({ words, href: `${page}?awaits=yes` });
    }
    if (count === 0 && received > 0 && !takesMore && can(actor, 'change-ranking')) {
      tasks.push(
        admission.awaitsOwnAnswer
          ? { words: t('cohorts.tasks.awaitsOwnAnswer'), href: null }
          : { words: t('cohorts.tasks.lock'), href: `${page}/ranking` },
      );
    }
    if (received === 0 && takesMore) {
      const date = formatLongDate(applicationDeadline, locale);
      tasks.push({ words: t('cohorts.tasks.waitApplications', { date }), href: null });
    }
  }
  if (answersOffers[cohort.state]) {
    if (lockedAt !== null && releasedAt === null && can(actor, 'release-admission')) {
      tasks.push(
        admission.awaitsOwnAnswer
          ? { words: t('cohorts.tasks.awaitsOwnAnswer'), href: null }
          : { words: t('cohorts.tasks.release'), href: `${page}/release` },
      );
    }
    if (releasedAt !== null && offers.open > 0 && can(actor, 'read-ranking')) {
      const words = t('cohorts.tasks.answers', {
        count: offers.open,
        date: formatLongDate(respondBy, locale),
        inWords: inWords(respondBy, today, locale),
      });
      tasks.push({ words, href: `${page}/release` });
    }
    if (releasedAt !== null && placesLeft > 0 && waiting > 0 && can(actor, 'read-ranking')) {
      const words = t('cohorts.tasks.freePlaces', { places: placesLeft, waiting });
      tasks.push({ words, href: null });
    }
  }
  return tasks;
}
