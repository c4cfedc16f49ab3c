import { languageTag, locales, type Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './language-switcher.module.css';

const ownNames: Record<Locale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The same page in the other languages. `pathname` begins with the language of this one. */
export function LanguageSwitcher({ locale, pathname }: { locale: Locale; pathname: string }) {
  const rest = pathname.replace(/^\/(nb|nn|en)(?=\/|$)/, '');
  return (
    <nav aria-label={getTexts(locale, 'common')('header.language')} className={styles.switcher}>
      <ul className={styles.list}>
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${rest}`}
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
