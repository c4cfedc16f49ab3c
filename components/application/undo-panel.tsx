import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import type { UndoOfWithdrawal } from '@/lib/admission/queries/undo-of-withdrawal';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction, applicationPath } from './application-paths';
import section from './section.module.css';

interface Props {
  locale: Locale;
  reference: string;
  /** The cohort's zone, to say the time in. */
  zone: string;
  /** Had it arrived? A draft gets more time. */
  hasArrived: boolean;
  undo: UndoOfWithdrawal;
}

/** Until when a withdrawal can be undone, and the button; or why it cannot, and what to do then. */
export function UndoPanel({ locale, reference, zone, hasArrived, undo }: Props) {
  const t = getTexts(locale, 'drafts');
  const { until, hindrance } = undo;
  return (
    <section className={section.section} aria-labelledby="undo">
      <Heading level={2} id="undo">
        {t(hindrance?.kind === 'admission-went-on' ? 'undo.headingGone' : 'undo.heading')}
      </Heading>
      {hindrance === null ? (
        <>
          <p>
            {t(hasArrived ? 'undo.arrived' : 'undo.draft', {
              instant: formatInstant(until, zone, locale),
            })}
          </p>
          <Form action={applicationAction(locale, reference, 'undo')} label={t('undo.heading')}>
            <Button variant="secondary">{t('undo.button')}</Button>
          </Form>
        </>
      ) : hindrance.kind === 'applied-anew' ? (
        <>
          <p>{t('undo.appliedAnew')}</p>
          <p>
            <a href={applicationPath(locale, hindrance.reference)}>{t('undo.seeOther')}</a>
          </p>
        </>
      ) : (
        <p>{t('undo.wentOn', { mailbox: hindrance.mailbox })}</p>
      )}
    </section>
  );
}

/** The button alone, for a list of many. */
export function UndoButton({ locale, reference }: { locale: Locale; reference: string }) {
  const t = getTexts(locale, 'drafts');
  return (
    <Form action={applicationAction(locale, reference, 'undo')}>
      <Button variant="secondary">
        {t.rich('undo.buttonFor', {
          reference,
          hidden: (words) => <span className="ds-sr-only">{words}</span>,
        })}
      </Button>
    </Form>
  );
}
