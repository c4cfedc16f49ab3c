import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import type { Locale } from '@/lib/kernel/locale';
import type { Category } from '@/lib/programme/rules/programme-texts';
import styles from './categories.module.css';

/** The groups of people who can apply, by number. */
export function Categories({
  categories,
  locale,
}: {
  categories: readonly Category[];
  locale: Locale;
}) {
  const t = getTexts(locale, 'programme');
  return (
    <ol className={styles.categories}>
      {categories.map((category) => (
        <li key={category.number} className={styles.category}>
          <p className={styles.number}>{t('who.group', { number: category.number })}</p>
          <div>
            <Heading level={3}>{category.name[locale]}</Heading>
            <p className={styles.description}>{category.description[locale]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
