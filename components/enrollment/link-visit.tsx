import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import type { OfferPage } from '@/lib/enrollment/queries/open-slip';
import type { Locale } from '@/lib/kernel/locale';
import styles from './link-visit.module.css';

/** Says whose offer this is, to somebody else who is signed in where the letter's link was opened. */
export function WhoseOffer({
  locale,
  offer,
  signedInAs,
}: {
  locale: Locale;
  offer: OfferPage;
  signedInAs: string | null;
}) {
  if (offer.heldBy !== 'link' || signedInAs === null) return null;
  const t = getTexts(locale, 'enrollment');
  const name = offer.applicantName;
  return (
    <Notice kind="warning" locale={locale} heading={t('byLink.whose', { name })}>
      <p>{t('byLink.signedInAs', { name, signedInAs })}</p>
    </Notice>
  );
}

/** The way out for somebody who came by the letter's link and has no session to end. */
export function CloseOffer({ locale, offer }: { locale: Locale; offer: OfferPage }) {
  if (offer.heldBy !== 'link') return null;
  const t = getTexts(locale, 'enrollment');
  return (
    <div className={styles.close} data-print="no">
      <p>{t('byLink.shared')}</p>
      <Form action={`/api/${locale}/offers/close`} label={t('byLink.close')}>
        <FormFooter>
          <Button variant="secondary" color="neutral">
            {t('byLink.close')}
          </Button>
        </FormFooter>
      </Form>
    </div>
  );
}
