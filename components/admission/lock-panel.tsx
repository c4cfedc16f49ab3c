import { scopedFields, type ReturnedForm } from '@/components/staff/scoped-fields';
import { getTexts } from '@/components/texts/get-texts';
import { wordProblem } from '@/components/texts/word-problem';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { Prose } from '@/components/ui/prose';
import type { RankingPreview } from '@/lib/admission/queries/ranking-preview';
import type { LockRefusal } from '@/lib/admission/rules/lock';
import type { Locale } from '@/lib/kernel/locale';
import { formatLongDate } from '@/lib/kernel/dates';

/** Says exactly what the lock freezes and for how many, and takes it when it is ticked. */
export function LockPanel(props: {
  locale: Locale;
  preview: RankingPreview;
  returned: ReturnedForm | null;
}) {
  const { locale, preview, returned } = props;
  const { cohort, rows, notQualified, lockRefusal } = preview;
  const t = getTexts(locale, 'admission');
  const field = scopedFields(locale, 'lock', returned);
  const offers = rows.filter(({ withinCapacity }) => withinCapacity).length;
  return (
    <section aria-labelledby="lock">
      <Heading level={2} size="sm" id="lock">
        {t('lock.heading')}
      </Heading>
      {lockRefusal === null ? (
        <>
          <Prose>
            <p>{t('lock.freezes')}</p>
            <ul>
              <li>{t('lock.positions', { count: rows.length })}</li>
              <li>
                {t('lock.outcome', {
                  offers,
                  capacity: cohort.capacity,
                  waiting: rows.length - offers,
                })}
              </li>
              <li>
                {t('lock.moves', { count: rows.filter((row) => row.override !== null).length })}
              </li>
              <li>{t('lock.notQualified', { count: notQualified.length })}</li>
            </ul>
            <p>{t('lock.after')}</p>
          </Prose>
          <Form
            action={`/api/${locale}/staff/cohorts/${cohort.id}/lock`}
            label={t('lock.heading')}
            hidden={{ fingerprint: preview.fingerprint }}
          >
            <Checkbox {...field('confirm')} label={t('lock.confirm')} />
            <FormFooter>
              <Button>{t('lock.button', { count: rows.length })}</Button>
            </FormFooter>
          </Form>
        </>
      ) : (
        <p>{wordLockRefusal(lockRefusal, locale)}</p>
      )}
    </section>
  );
}

function wordLockRefusal(refusal: LockRefusal, locale: Locale): string {
  const params =
    refusal.kind === 'deadline-not-passed'
      ? { deadline: formatLongDate(refusal.deadline, locale) }
      : refusal.kind === 'extension-running'
        ? { until: formatLongDate(refusal.until, locale) }
        : refusal.kind === 'not-all-concluded'
          ? { count: refusal.references.length }
          : {};
  return wordProblem(locale, 'admission', { field: '', code: refusal.kind, params });
}
