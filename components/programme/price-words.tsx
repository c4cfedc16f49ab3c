import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { canStillEnroll } from '@/lib/programme/rules/cohort-states';

/** Places, price and the early-bird rule, in plain words. */
export function PriceWords({ facts, locale }: { facts: CohortFacts; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  const ordinary = formatMoney(facts.ordinaryPrice, locale);
  const earlyBird = formatMoney(facts.earlyBirdPrice, locale);
  const b = (words: ReactNode) => <strong>{words}</strong>;
  return (
    <>
      <p>
        {t('price.places', { capacity: facts.capacity })}{' '}
        {canStillEnroll[facts.state]
          ? t('price.minimum', { minimum: facts.minimumParticipants })
          : null}
      </p>
      {facts.earlyBirdPlaces === 0 ? (
        <p>{t.rich('price.ordinaryOnly', { ordinary, b })}</p>
      ) : (
        <>
          <p>
            {t.rich('price.price', { ordinary, earlyBird, count: facts.earlyBirdPlaces, b })}{' '}
            {canStillEnroll[facts.state]
              ? t('price.leftOf', {
                  left: facts.earlyBirdPlacesLeft,
                  total: facts.earlyBirdPlaces,
                  earlyBird,
                })
              : null}
          </p>
          <p>{t('price.when')}</p>
        </>
      )}
      <p>{t('price.payer')}</p>
    </>
  );
}
