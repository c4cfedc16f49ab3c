import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import { MailLink } from '@/components/ui/mail-address';
import type { Installation } from './installation';
import styles from './site-footer.module.css';

export function SiteFooter({
  locale,
  installation,
}: {
  locale: Locale;
  installation: Installation;
}) {
  const t = getTexts(locale, 'common');
  return (
    <footer className={styles.footer} data-print="no">
      <p className={styles.about}>{t('footer.about', { name: installation.name })}</p>
      <nav aria-label={t('footer.label')}>
        <ul className={styles.links}>
          <li>
            <a href={`/${locale}/privacy`}>{t('footer.privacy')}</a>
          </li>
          <li>
            <a href={`/${locale}/accessibility`}>{t('footer.accessibility')}</a>
          </li>
          <li>
            {`${t('footer.contact')}: `}
            <MailLink address={installation.contact} />
          </li>
        </ul>
      </nav>
    </footer>
  );
}
