import { scopedFields, type ReturnedForm } from '@/components/staff/scoped-fields';
import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { RankingPreview } from '@/lib/admission/queries/ranking-preview';
import { overrideReasonMaximum } from '@/lib/admission/rules/override';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import styles from './admission.module.css';

/** Moves one application in the live ranking, and takes moves back (rule 7). */
export function MovePanel(props: {
  locale: Locale;
  preview: RankingPreview;
  moving: string | undefined;
  returned: ReturnedForm | null;
}) {
  const { locale, preview, moving, returned } = props;
  const { cohort, rows } = preview;
  const t = getTexts(locale, 'admission');
  const field = scopedFields(locale, 'move', returned);
  const reference = field('reference');
  const moved = rows.flatMap((row) =>
    row.override === null ? [] : [{ ...row, override: row.override }],
  );
  return (
    <section aria-labelledby="move">
      <Heading level={2} size="sm" id="move">
        {t('move.heading')}
      </Heading>
      <p>{t('move.text')}</p>
      <Form action={`/api/${locale}/staff/cohorts/${cohort.id}/override`} label={t('move.heading')}>
        <Select
          {...reference}
          defaultValue={reference.defaultValue ?? moving}
          label={t('move.application')}
          options={rows.map(({ reference: value, position, name }) => ({
            value,
            label: t('move.option', { position, name }),
          }))}
        />
        <TextField
          {...field('toPosition')}
          label={t('move.position')}
          hint={t('move.positionHint', { last: rows.length })}
          inputMode="numeric"
          autoComplete="off"
          width="short"
        />
        <TextArea
          {...field('reason')}
          label={t('move.reason')}
          characterLimit={overrideReasonMaximum}
          rows={3}
        />
        <FormFooter>
          <Button variant="secondary">{t('move.button')}</Button>
        </FormFooter>
      </Form>
      {moved.length === 0 ? null : (
        <>
          <Heading level={3} size="xs">
            {t('move.standing', { count: moved.length })}
          </Heading>
          <ul className={styles.people}>
            {moved.map(({ reference: value, name, positionByCriteria, override }) => (
              <li key={value}>
                <p>
                  {t('move.standingItem', {
                    name,
                    from: positionByCriteria,
                    to: override.toPosition,
                    by: override.by,
                    when: formatInstant(override.at, cohort.zone, locale),
                  })}{' '}
                  {override.reason}
                </p>
                <Form
                  action={`/api/${locale}/staff/cohorts/${cohort.id}/withdraw-override`}
                  hidden={{ reference: value }}
                  label={t('move.withdrawName', { name })}
                >
                  <Button variant="tertiary">
                    {t.rich('move.withdraw', {
                      name,
                      hidden: (text) => <span className="ds-sr-only">{text}</span>,
                    })}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
