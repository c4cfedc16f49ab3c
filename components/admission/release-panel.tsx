import { scopedFields, type ReturnedForm } from '@/components/staff/scoped-fields';
import { getTexts } from '@/components/texts/get-texts';
import { wordProblem } from '@/components/texts/word-problem';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import type { ReleasePreview } from '@/lib/admission/queries/release-preview';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';

/** Sends everything in one act; the button says how much of each. */
export function ReleasePanel(props: {
  locale: Locale;
  preview: ReleasePreview;
  returned: ReturnedForm | null;
}) {
  const { locale, preview, returned } = props;
  const { cohort, refusal, offers, waitingList, refusals, fingerprint } = preview;
  const t = getTexts(locale, 'admission');
  const field = scopedFields(locale, 'release', returned);
  const counts = {
    offers: offers.length,
    waiting: waitingList.length,
    refusals: refusals.length,
  };
  const nobody = counts.offers + counts.waiting + counts.refusals === 0;
  return (
    <section aria-labelledby="send">
      <Heading level={2} size="sm" id="send">
        {t('release.send')}
      </Heading>
      {refusal === null && !nobody ? (
        <>
          <p>{t('release.sendText')}</p>
          <Form
            action={`/api/${locale}/staff/cohorts/${cohort.id}/release`}
            hidden={{ fingerprint }}
            label={t('release.send')}
          >
            <Checkbox {...field('confirm')} label={t('release.confirm')} />
            <FormFooter>
              <Button>{t('release.button', counts)}</Button>
            </FormFooter>
          </Form>
        </>
      ) : (
        <p>
          {refusal === null
            ? t('release.nobody')
            : wordProblem(locale, 'admission', {
                field: '',
                code: refusal.kind,
                params: { respondBy: formatLongDate(cohort.respondBy, locale) },
              })}
        </p>
      )}
    </section>
  );
}
