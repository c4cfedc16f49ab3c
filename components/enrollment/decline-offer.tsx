import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Form, FormFooter } from '@/components/ui/form';
import type { Locale } from '@/lib/kernel/locale';
import styles from './decline-offer.module.css';

/** The no: one step away, so that nobody presses it by mistake, and told what it means first. */
export function DeclineOffer({ locale, reference }: { locale: Locale; reference: string }) {
  const t = getTexts(locale, 'enrollment');
  return (
    <div className={styles.decline}>
      <Details summary={t('decline.summary')}>
        <p>{t('decline.text')}</p>
        <Form action={`/api/${locale}/offers/${reference}/decline`} label={t('decline.summary')}>
          <FormFooter>
            <Button variant="secondary" color="danger">
              {t('decline.submit')}
            </Button>
          </FormFooter>
        </Form>
      </Details>
    </div>
  );
}
