import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import type { PreviewedLetter } from '@/lib/admission/queries/release-preview';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import styles from './admission.module.css';

/** A letter whole, in the language that it is written in. */
export function ReleaseLetter(props: { locale: Locale; name: string; letter: PreviewedLetter }) {
  const { locale, name, letter } = props;
  const t = getTexts(locale, 'admission');
  return (
    <Details summary={t('release.letterTo', { name })}>
      <dl className={styles.envelope}>
        <dt>{t('release.to')}</dt>
        <dd>{letter.to}</dd>
        <dt>{t('release.language')}</dt>
        <dd>{getTexts(locale, 'staff')(`answers.languages.${letter.locale}`)}</dd>
        <dt>{t('release.subject')}</dt>
        <dd lang={languageTag(letter.locale)}>{letter.subject}</dd>
      </dl>
      <pre className={styles.letter} lang={languageTag(letter.locale)}>
        {letter.text.replaceAll('{{secret}}', '…')}
      </pre>
      {letter.text.includes('{{secret}}') ? (
        <p className={styles.note}>{t('release.secretHere')}</p>
      ) : null}
    </Details>
  );
}
