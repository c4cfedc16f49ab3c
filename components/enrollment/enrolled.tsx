import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { wholeAddresses } from '@/components/ui/mail-address';
import { Prose } from '@/components/ui/prose';
import { Receipt } from '@/components/ui/receipt';
import { SummaryList } from '@/components/ui/summary-list';
import type { OfferPage, OwnEnrollment } from '@/lib/enrollment/queries/open-slip';
import { payerFacts } from '@/lib/enrollment/rules/slip-text';
import { formatInstant, formatLongDate, formatWeekdayDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import { firstDay } from '@/lib/programme/rules/cohort-facts';
import styles from './enrolled.module.css';
import { whomToAsk } from './whom-to-ask';

interface Props {
  locale: Locale;
  offer: OfferPage;
  enrollment: OwnEnrollment;
}

/** The proof of a binding place: what was bound, the papers to keep, and what comes next. */
export function Enrolled({ locale, offer, enrollment }: Props) {
  const t = getTexts(locale, 'enrollment');
  const { programme, slug, zone } = offer.cohort;
  return (
    <div className={styles.enrolled}>
      <Receipt
        heading={t('enrolled.title', { programme: programme.name[locale] })}
        referenceLabel={t('enrolled.reference')}
        reference={offer.reference}
      >
        <p>{t('enrolled.bound', { when: formatInstant(enrollment.boundAt, zone, locale) })}</p>
        <p>{wholeAddresses(t('enrolled.letter', { email: offer.email }))}</p>
      </Receipt>
      <Details locale={locale} offer={offer} enrollment={enrollment} />
      <section>
        <Heading level={2}>{t('enrolled.keep')}</Heading>
        <ul className={styles.papers}>
          <li>
            <a href={`/api/${locale}/offers/${offer.reference}/slip.pdf`}>{t('enrolled.pdf')}</a>
          </li>
          <li>
            <a href={`/${locale}/programmes/${programme.slug}/${slug}/calendar.ics`}>
              {t('enrolled.calendar')}
            </a>
          </li>
        </ul>
      </section>
      <Next locale={locale} offer={offer} />
    </div>
  );
}

function Details({ locale, offer, enrollment }: Props) {
  const t = getTexts(locale, 'enrollment');
  const price = formatMoney(enrollment.price, locale);
  const places = offer.cohort.earlyBirdPlaces;
  const rows = [
    { term: t('enrolled.ordinal'), value: String(enrollment.ordinal) },
    {
      term: t('enrolled.price'),
      value: enrollment.earlyBird
        ? t('enrolled.priceEarlyBird', { price, places })
        : t('enrolled.priceOrdinary', { price }),
    },
    ...payerFacts(enrollment.payer, offer.applicantName, locale),
    { term: t('enrolled.signedBy'), value: enrollment.signedName },
    {
      term: t('enrolled.sha256'),
      value: <code className={styles.hash}>{enrollment.sha256}</code>,
    },
  ];
  return (
    <section>
      <Heading level={2}>{t('enrolled.details')}</Heading>
      <SummaryList locale={locale} rows={rows.map((row) => ({ ...row, key: row.term }))} />
    </section>
  );
}

function Next({ locale, offer }: Omit<Props, 'enrollment'>) {
  const t = getTexts(locale, 'enrollment');
  const { cohort } = offer;
  const first = firstDay(cohort);
  const date = formatLongDate(cohort.decisionDate, locale);
  return (
    <section>
      <Heading level={2}>{t('enrolled.next')}</Heading>
      <Prose>
        {first === null ? null : (
          <p>
            {t('enrolled.first', {
              date: formatWeekdayDate(first, locale),
              place: cohort.place.name[locale],
            })}
          </p>
        )}
        <ul>
          <li>{t('enrolled.steps.leave')}</li>
          <li>{t('enrolled.steps.travel')}</li>
          <li>{t('enrolled.steps.start', { minimum: cohort.minimumParticipants, date })}</li>
        </ul>
        <p>{t.rich('enrolled.cannot', whomToAsk(cohort.programme))}</p>
        {offer.heldBy === 'applicant' ? (
          <p>
            <a href={`/${locale}/applications/${offer.reference}`}>{t('enrolled.myApplication')}</a>
          </p>
        ) : null}
      </Prose>
    </section>
  );
}
