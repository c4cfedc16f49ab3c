import { getTexts } from '@/components/texts/get-texts';
import { Notice } from '@/components/ui/notice';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { Missing } from '@/lib/application/rules/eligibility';
import type { Locale } from '@/lib/kernel/locale';

/** What is formally missing, when the programme asks for more than when the application came. */
export function ApplicationMissing(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  const { missing } = application;
  const t = getTexts(locale, 'staff');
  if (missing.length === 0) return <p>{t('missing.none')}</p>;
  return (
    <Notice kind="warning" locale={locale} heading={t('missing.heading')}>
      <ul>
        {missing.map((item) => (
          <li key={`${item.step} ${item.field} ${item.code}`}>{wordMissing(item, locale)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function wordMissing({ step, field, code, params }: Missing, locale: Locale): string {
  const t = getTexts(locale, 'staff');
  switch (code) {
    case 'too-few-years':
      return t('missing.too-few-years', {
        years: params?.['years'] ?? 0,
        months: params?.['months'] ?? 0,
        required: params?.['minimumYears'] ?? 0,
      });
    case 'work-not-documented':
    case 'course-not-documented':
    case 'unknown-category':
      return t(`missing.${code}`);
    default: {
      const name = field.split('.').at(-1) ?? field;
      const key = `answers.fields.${name}`;
      const label = t.has(key as 'answers.fields.name') ? t(key as 'answers.fields.name') : name;
      return t('missing.field', { step: t(`steps.${step}`), field: label });
    }
  }
}
