import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/kernel/locale';
import { stepPath } from './application-paths';
import { shortEnough, type Conflict, type Merged } from './conflict';
import { fieldLabel } from './field-words';
import styles from './windows.module.css';

/** What another window has changed, and what was written here: nothing is overwritten, and nothing is lost. */
export function ConflictNotice({ locale, conflict }: { locale: Locale; conflict: Conflict }) {
  const t = getTexts(locale, 'drafts');
  return (
    <Notice kind="warning" locale={locale} heading={t('conflict.heading')} live>
      <p>{t('conflict.lead')}</p>
      <ul className={styles.fields}>
        {conflict.fields.map(({ field, label, there, here }) => (
          <li key={field}>
            <a href={`#${field}`}>{label}</a>
            <dl className={styles.both}>
              <dt>{t('conflict.there')}</dt>
              <dd>
                <Words text={there} />
              </dd>
              <dt>{t('conflict.here')}</dt>
              <dd>{here === null ? t('conflict.inForm') : <Words text={here} />}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {conflict.kept.length === 0 ? null : (
        <>
          <p>{t('conflict.kept')}</p>
          <ul>
            {conflict.kept.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** A long text is there to be read and copied, but does not fill the page. */
function Words({ text }: { text: string }) {
  if (text.length <= shortEnough) return <span className={styles.words}>{text}</span>;
  return (
    <Details summary={`${text.slice(0, shortEnough).trimEnd()} …`}>
      <p className={styles.words}>{text}</p>
    </Details>
  );
}

/** On the page after a save: what the other window had changed is kept too. */
export function MergedNotice({
  locale,
  reference,
  merged,
}: {
  locale: Locale;
  reference: string;
  merged: Merged;
}) {
  const t = getTexts(locale, 'drafts');
  const labels = merged.fields
    .map((field) => fieldLabel(locale, merged.step, field))
    .filter((label) => label !== null);
  if (labels.length === 0) return null;
  return (
    <Notice kind="info" locale={locale} heading={t('merged.heading')} live>
      <p>{t('merged.lead')}</p>
      <ul>
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p>
        <a href={stepPath(locale, reference, merged.step)}>
          {t('merged.see', { step: getTexts(locale, 'application')(`steps.${merged.step}`) })}
        </a>
      </p>
    </Notice>
  );
}
