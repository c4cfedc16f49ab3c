import { getTexts } from '@/components/texts/get-texts';
import { Notice } from '@/components/ui/notice';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { Locale } from '@/lib/kernel/locale';

/**
 * Why the acts are not there for somebody who has them elsewhere: one's own is for somebody else to handle. And
 * why, until its answer is out, neither is what was concluded.
 */
export function OwnNotice(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  if (!application.own.application) return null;
  const t = getTexts(locale, 'requests');
  return (
    <Notice kind="info" locale={locale} heading={t('staff.own.heading')}>
      <p>{t('staff.own.text')}</p>
      {application.own.awaitsAnswer ? <p>{t('staff.own.secret')}</p> : null}
    </Notice>
  );
}
