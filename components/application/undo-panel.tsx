import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { wholeAddresses } from '@/components/ui/mail-address';
import { Notice } from '@/components/ui/notice';
import type {
  UndoableApplication,
  UndoOfWithdrawal,
} from '@/lib/admission/queries/undo-of-withdrawal';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationAction, applicationPath } from './application-paths';
import { Section } from './section';

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
    <Section
      id="undo"
      heading={t(hindrance?.kind === 'admission-went-on' ? 'undo.headingGone' : 'undo.heading')}
    >
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
        <p>{wholeAddresses(t('undo.wentOn', { mailbox: hindrance.mailbox }))}</p>
      )}
    </Section>
  );
}

/** Said before a new application is begun: the one that was withdrawn can be had back, as long as there is no other. */
export function UndoInstead({
  locale,
  zone,
  undoable: { reference, hasArrived, withdrawnAt, until },
}: {
  locale: Locale;
  zone: string;
  undoable: UndoableApplication;
}) {
  const t = getTexts(locale, 'drafts');
  const date = formatLongDate(localDateOf(withdrawnAt, zone), locale);
  return (
    <Notice
      kind="info"
      locale={locale}
      heading={t(hasArrived ? 'undo.insteadHeading' : 'undo.insteadHeadingDraft', { date })}
    >
      <p>
        {t(hasArrived ? 'undo.instead' : 'undo.insteadDraft', {
          instant: formatInstant(until, zone, locale),
        })}
      </p>
      <Form action={applicationAction(locale, reference, 'undo')} label={t('undo.heading')}>
        <FormFooter>
          <Button variant="secondary">{t('undo.button')}</Button>
        </FormFooter>
      </Form>
    </Notice>
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
