import { getTexts } from '@/components/texts/get-texts';
import type { Locale } from '@/lib/kernel/locale';
import styles from './autosave-status.module.css';

/** What the page says while it saves by itself; nothing until then. */
export function AutosaveStatus({
  locale,
  button,
  conflict,
}: {
  locale: Locale;
  /** The words of the button that shows what is wrong, and saves. */
  button: string;
  /** What is said when another window has saved something else, where that button does not show it. */
  conflict?: string;
}) {
  const t = getTexts(locale, 'drafts');
  return (
    <p
      className={styles.status}
      role="status"
      data-autosave-status=""
      data-offline={t('autosave.offline')}
      data-failed={t('autosave.failed')}
      data-signed-out={t('autosave.signedOut', { button })}
      data-somebody-else={t('autosave.somebodyElse', { button })}
      data-conflict={conflict ?? t('autosave.conflict', { button })}
      data-stopped={t('autosave.stopped', { button })}
      suppressHydrationWarning
    >
      {' '}
    </p>
  );
}
