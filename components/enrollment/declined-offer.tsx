import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Prose } from '@/components/ui/prose';
import type { OfferPage } from '@/lib/enrollment/queries/open-slip';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import { whomToAsk } from './whom-to-ask';

/** The receipt of a no: what it means, and what to do if it was a mistake. */
export function DeclinedOffer({ locale, offer }: { locale: Locale; offer: OfferPage }) {
  const t = getTexts(locale, 'enrollment');
  const { programme, name: cohort, zone } = offer.cohort;
  return (
    <>
      <Heading level={1}>{t('declined.title')}</Heading>
      <Prose>
        {offer.answeredAt === null ? null : (
          <p>{t('declined.when', { when: formatInstant(offer.answeredAt, zone, locale) })}</p>
        )}
        <p>
          {t('declined.text', { programme: nameInText(programme.name[locale], locale), cohort })}
        </p>
        <p>{t.rich('declined.mistake', whomToAsk(programme))}</p>
        <p>
          <a href={`/${locale}/programmes/${programme.slug}`}>{t('declined.again')}</a>
        </p>
      </Prose>
    </>
  );
}
