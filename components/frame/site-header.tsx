import type { Locale } from '@/lib/kernel/locale';
import type { Person } from '@/lib/kernel/actor';
import { getTexts } from '@/components/texts/get-texts';
import type { Installation } from './installation';
import { LanguageSwitcher } from './language-switcher';
import { Wordmark } from './wordmark';
import styles from './site-header.module.css';

/** Where everything begins: the name, where one can go, who one is, and the language. */
export function SiteHeader({
  locale,
  pathname,
  search,
  installation,
  person,
}: {
  locale: Locale;
  pathname: string;
  /** What stands after the path, with its question mark; or nothing. */
  search: string;
  installation: Installation;
  person: Person | null;
}) {
  const t = getTexts(locale, 'common');
  const links = [
    { href: `/${locale}`, label: t('header.programmes'), parts: ['programmes', 'apply'] },
    {
      href: `/${locale}/applications`,
      label: t('header.myApplication'),
      parts: ['applications', 'offers'],
    },
    ...(person !== null && person.roles.length > 0
      ? [{ href: `/${locale}/staff`, label: t('header.staff'), parts: ['staff'] }]
      : []),
  ];
  return (
    <header className={styles.header} data-print="no">
      <div className={styles.top}>
        <a
          href={`/${locale}`}
          className={styles.home}
          aria-label={t('header.home', { name: installation.name })}
        >
          <Wordmark name={installation.name} />
        </a>
        <LanguageSwitcher locale={locale} pathname={pathname} search={search} />
      </div>
      <nav aria-label={t('header.main')} className={styles.bar}>
        <ul className={styles.links}>
          {links.map(({ href, label, parts }) => (
            <li key={href}>
              <a
                href={href}
                className={styles.link}
                aria-current={
                  pathname === href ||
                  parts.some((part) => `${pathname}/`.startsWith(`/${locale}/${part}/`))
                    ? 'page'
                    : undefined
                }
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
        {person === null ? (
          <a href={`/${locale}/sign-in`} className={styles.link}>
            {t('header.signIn')}
          </a>
        ) : (
          <form action={`/api/${locale}/sign-out`} method="post" className={styles.account}>
            <span className={styles.who}>{person.name ?? person.email}</span>
            <button type="submit" className={styles.signOut}>
              {t('header.signOut')}
            </button>
          </form>
        )}
      </nav>
    </header>
  );
}
