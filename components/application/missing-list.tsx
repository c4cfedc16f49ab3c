import { getTexts } from '@/components/texts/get-texts';
import { Notice } from '@/components/ui/notice';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { Missing } from '@/lib/application/rules/eligibility';
import type { Locale } from '@/lib/kernel/locale';
import { stepPath } from './application-paths';
import { wordApplicationProblems } from './word-problems';

/** What stands between an application and its sending, each with a link to where it is put right. */
export function MissingList({
  locale,
  application,
  wasRefused,
}: {
  locale: Locale;
  application: MyApplication;
  /** «Send søknad» was pressed all the same: then this takes the focus, as errors do. */
  wasRefused: boolean;
}) {
  const t = getTexts(locale, 'application');
  const { missing, reference } = application;
  if (missing.length === 0) return null;
  const heading = t('summary.missingHeading', { count: missing.length });
  const list = (
    <ul className="ds-list">
      {missing.map((item) => (
        <li key={`${item.step} ${item.field} ${item.code}`}>
          <a href={`${stepPath(locale, reference, item.step, 'summary')}#${item.field}`}>
            {inWords(locale, item)}
          </a>
        </li>
      ))}
    </ul>
  );
  if (!wasRefused) {
    return (
      <Notice kind="warning" locale={locale} heading={heading}>
        {list}
      </Notice>
    );
  }
  return (
    <div
      className="ds-error-summary"
      data-color="danger"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="missing-heading"
      id="missing"
    >
      <h2 className="ds-heading" id="missing-heading">
        {heading}
      </h2>
      {list}
    </div>
  );
}

function inWords(locale: Locale, { field, code, params }: Missing): string {
  const [worded] = wordApplicationProblems(locale, 'application', [
    { field, code, params: params ?? {} },
  ]);
  return worded?.message ?? '';
}
