import { Page } from '@/components/frame/page';
import { CohortHead } from '@/components/staff/cohort-head';
import type { CohortTab } from '@/components/staff/cohort-tabs';
import { getTexts } from '@/components/texts/get-texts';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Notice } from '@/components/ui/notice';
import type { CohortAdmission } from '@/lib/admission/queries/cohort-admission';
import type { Actor } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';

/** In the place of a page of the ranking, for somebody who awaits an answer of their own: why, and who can. */
export function ForColleagues(props: {
  locale: Locale;
  actor: Actor;
  admission: CohortAdmission;
  now: Instant;
  current: CohortTab;
  /** The words of the page's heading. */
  title: string;
  /** What became of a form that was sent all the same. */
  problems: readonly FieldProblem[];
}) {
  const { locale, actor, admission, now, current, title, problems } = props;
  const t = getTexts(locale, 'admission');
  return (
    <Page wide>
      <ErrorSummary locale={locale} problems={problems} />
      <CohortHead
        locale={locale}
        actor={actor}
        cohort={admission.cohort}
        now={now}
        current={current}
        title={title}
      />
      <Notice kind="info" locale={locale} heading={t('ownAnswer.heading')}>
        <p>{t('ownAnswer.text')}</p>
        <p>{t('ownAnswer.who')}</p>
      </Notice>
    </Page>
  );
}
