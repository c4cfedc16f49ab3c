import { getTexts } from '@/components/texts/get-texts';
import type { Actor } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { can } from '@/lib/staff/rules/permissions';
import styles from './cohort-head.module.css';

/** The two other ways in to a cohort, for those who may open them. */
export function CohortActs(props: { locale: Locale; actor: Actor; cohort: CohortFacts }) {
  const { locale, actor, cohort } = props;
  const t = getTexts(locale, 'staff');
  const page = `/${locale}/staff/cohorts/${cohort.id}`;
  const register = isAssessed[cohort.state] && can(actor, 'register-application');
  const extend = can(actor, 'extend-deadline');
  if (!register && !extend) return null;
  return (
    <p className={styles.facts} data-print="no">
      {register ? <a href={`${page}/register`}>{t('applications.toRegister')}</a> : null}
      {extend ? <a href={`${page}/extensions`}>{t('applications.toExtensions')}</a> : null}
    </p>
  );
}
