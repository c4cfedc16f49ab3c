import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import type { Locale } from '@/lib/kernel/locale';
import styles from './windows.module.css';

/** The long texts that have an example, by the names of their fields. */
type WithExample = 'relevantExperience' | 'howKyr' | 'howLearningUsed' | 'motivation';

/** How somebody might have written, plainly made up, for those who do not know where to begin. */
export function LongTextExample({ locale, field }: { locale: Locale; field: WithExample }) {
  const t = getTexts(locale, 'drafts');
  return (
    <Details summary={t('examples.summary')}>
      <p>{t('examples.note')}</p>
      <blockquote className={styles.example}>
        <p>{t(`examples.${field}`)}</p>
      </blockquote>
    </Details>
  );
}
