import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import { wholeAddresses } from './mail-address';
import type { FieldProblem } from './field-problem';
import { Notice } from './notice';
import styles from './error-summary.module.css';

/**
 * What must be corrected, on top of the page, with a link to each field, or to the page that
 * mends it. Takes the focus when the
 * page opens, with JavaScript or without. Nothing at all when there is nothing wrong. What is only to
 * be known, as that one was signed out in between, stands above it as a notice.
 * Put `t('errorTitle', …)` («Feil: …») in the page's title as well.
 */
export function ErrorSummary({
  locale,
  problems,
  heading,
}: {
  locale: Locale;
  problems: readonly FieldProblem[];
  heading?: string;
}) {
  const news = problems.filter(({ isNews }) => isNews === true);
  const wrong = problems.filter(({ isNews }) => isNews !== true);
  return (
    <>
      {news.map(({ message }, place) => (
        <Notice key={message} kind="info" locale={locale} live={place === 0 && wrong.length === 0}>
          <p>{message}</p>
        </Notice>
      ))}
      <Wrong {...{ locale, heading }} problems={wrong} />
    </>
  );
}

function Wrong({
  locale,
  problems,
  heading,
}: {
  locale: Locale;
  problems: readonly FieldProblem[];
  heading: string | undefined;
}) {
  if (problems.length === 0) return null;
  const t = getTexts(locale, 'common');
  return (
    <div
      className={`ds-error-summary ${styles.summary}`}
      data-color="danger"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-heading"
      id="error-summary"
    >
      <h2 className="ds-heading" id="error-summary-heading">
        {heading ?? t('errorSummary', { count: problems.length })}
      </h2>
      <ul className="ds-list">
        {problems.map(({ field, message, href = field === '' ? null : `#${field}` }) => (
          <li key={`${field} ${message}`}>
            {href === null ? wholeAddresses(message) : <a href={href}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
