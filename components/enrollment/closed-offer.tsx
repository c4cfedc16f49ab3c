import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Prose } from '@/components/ui/prose';
import type { OfferPage } from '@/lib/enrollment/queries/open-slip';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import { whomToAsk } from './whom-to-ask';

/** An offer that can no longer be answered: that first, then why, then whom to ask. */
export function ClosedOffer({ locale, offer }: { locale: Locale; offer: OfferPage }) {
  const t = getTexts(locale, 'enrollment');
  const { programme, name: cohort } = offer.cohort;
  const about = { programme: nameInText(programme.name[locale], locale), cohort };
  const lapsed = offer.standing === 'lapsed';
  // Nobody gets a place that has come free after that day.
  const isOver = lapsed && offer.today > offer.cohort.admissionClosesOn;
  const date = formatLongDate(offer.respondBy, locale);
  return (
    <>
      <Heading level={1}>{lapsed ? t('lapsed.title') : t('revoked.title')}</Heading>
      <Prose>
        <p>{lapsed ? t('lapsed.text', { ...about, date }) : t('revoked.text', about)}</p>
        {isOver ? (
          <>
            <p>{t('lapsed.over')}</p>
            <p>
              <a href={`/${locale}/programmes/${programme.slug}`}>{t('declined.again')}</a>
            </p>
          </>
        ) : (
          <p>{t.rich(lapsed ? 'lapsed.what' : 'revoked.what', whomToAsk(programme))}</p>
        )}
      </Prose>
    </>
  );
}
