import type { Locale } from '@/lib/kernel/locale';
import { addDays } from '@/lib/kernel/time';
import { formatLongDate } from '@/lib/kernel/dates';
import { formatMoney } from '@/lib/kernel/money';
import type { CohortOnPage } from '@/lib/programme/queries/programme-page';
import type { ListedProgramme } from '@/lib/programme/queries/list-programmes';
import { firstDay } from '@/lib/programme/rules/cohort-facts';
import { getTexts } from '@/components/texts/get-texts';
import { DateWithDays } from '@/components/ui/date-with-days';
import { Heading } from '@/components/ui/heading';
import styles from './programme-list.module.css';

/** What one can apply for: each programme with the dates of the cohort that matters now. */
export function ProgrammeList({
  locale,
  programmes,
}: {
  locale: Locale;
  programmes: readonly ListedProgramme[];
}) {
  const t = getTexts(locale, 'static');
  if (programmes.length === 0) return <p>{t('home.empty')}</p>;
  return (
    <ul className={styles.list}>
      {programmes.map(({ slug, name, summary, heldBy, cohort }) => {
        const isOpen = cohort?.window === 'open';
        return (
          <li key={slug} className={styles.programme}>
            <div className={styles.words}>
              <Heading level={3} size="md">
                <a href={`/${locale}/programmes/${slug}`}>{name[locale]}</a>
              </Heading>
              <p className={styles.heldBy}>{t('home.heldBy', { name: heldBy[locale] })}</p>
              <p>{summary[locale]}</p>
              <p>
                <a
                  href={`/${locale}/programmes/${slug}`}
                  className={isOpen ? 'ds-button' : undefined}
                  data-variant={isOpen ? 'primary' : undefined}
                >
                  {t(isOpen ? 'home.readMore' : 'home.readMoreClosed', { name: name[locale] })}
                </a>
              </p>
            </div>
            {cohort === null ? (
              <p className={styles.none}>{t('home.noCohort')}</p>
            ) : (
              <CohortLines locale={locale} cohort={cohort} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function CohortLines({ locale, cohort }: { locale: Locale; cohort: CohortOnPage }) {
  const t = getTexts(locale, 'static');
  const { facts, window, daysToDeadline } = cohort;
  const today = addDays(facts.applicationDeadline, -daysToDeadline);
  const start = firstDay(facts);
  return (
    <dl className={styles.facts}>
      {window === 'coming' ? (
        <div>
          <dt>{t('home.opensOn')}</dt>
          <dd>
            <DateWithDays date={facts.opensOn} today={today} locale={locale} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t(window === 'closed' ? 'home.closed' : 'home.deadline')}</dt>
        <dd>
          {window === 'closed' ? (
            <>
              {formatLongDate(facts.applicationDeadline, locale)}. {t('home.closedNote')}.
            </>
          ) : (
            <DateWithDays date={facts.applicationDeadline} today={today} locale={locale} />
          )}
        </dd>
      </div>
      {start === null ? null : (
        <div>
          <dt>{t('home.start')}</dt>
          <dd>{formatLongDate(start, locale)}</dd>
        </div>
      )}
      <div>
        <dt>{t('home.places')}</dt>
        <dd>{t('home.upTo', { count: facts.capacity })}</dd>
      </div>
      <div>
        <dt>{t('home.price')}</dt>
        <dd>
          {facts.earlyBirdPlaces === 0
            ? formatMoney(facts.ordinaryPrice, locale)
            : t('home.priceFrom', {
                ordinary: formatMoney(facts.ordinaryPrice, locale),
                earlyBird: formatMoney(facts.earlyBirdPrice, locale),
                count: facts.earlyBirdPlaces,
              })}
        </dd>
      </div>
    </dl>
  );
}
