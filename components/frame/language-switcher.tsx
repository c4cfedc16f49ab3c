import { languageTag, locales, type Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './language-switcher.module.css';

const ownNames: Record<Locale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/**
 * What of the address goes along: where «Endre» was pressed, the form that came back with what was typed,
 * and where somebody who signs in was going.
 */
const kept = ['from', 'retur', 'next'] as const;

/** The address of this page in another language. `pathname` begins with the language of this one. */
export function inLanguage(locale: Locale, pathname: string, search: string): string {
  const translated = (path: string) => path.replace(/^\/(nb|nn|en)(?=[/?#]|$)/, `/${locale}`);
  const sent = new URLSearchParams(search);
  const along = new URLSearchParams(
    kept.flatMap((name) => {
      const value = sent.get(name);
      return value === null ? [] : [[name, name === 'next' ? translated(value) : value]];
    }),
  );
  return `${translated(pathname)}${along.size === 0 ? '' : `?${along.toString()}`}`;
}

/** The same page in the other languages. */
export function LanguageSwitcher({
  locale,
  pathname,
  search,
}: {
  locale: Locale;
  pathname: string;
  search: string;
}) {
  return (
    <nav aria-label={getTexts(locale, 'common')('header.language')} className={styles.switcher}>
      <ul className={styles.list}>
        {locales.map((other) => (
          <li key={other}>
            <a
              href={inLanguage(other, pathname, search)}
              lang={languageTag(other)}
              hrefLang={languageTag(other)}
              aria-current={other === locale ? 'true' : undefined}
              className={styles.language}
            >
              {ownNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
