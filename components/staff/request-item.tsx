import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { inWords } from '@/components/ui/date-with-days';
import { Details } from '@/components/ui/details';
import { Form, FormFooter } from '@/components/ui/form';
import { Tag, type Tone } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { StaffRequest } from '@/lib/application/queries/staff-requests';
import { canBeOpened } from '@/lib/application/rules/document-scan';
import { requestLengths } from '@/lib/application/rules/information-request';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { scopedFields, type ReturnedForm } from './scoped-fields';
import styles from './panel.module.css';

type Standing = 'open' | 'overdue' | 'answered' | 'late' | 'withdrawn';

const tones: Record<Standing, Tone> = {
  open: 'info',
  overdue: 'warning',
  answered: 'success',
  late: 'warning',
  withdrawn: 'neutral',
};

function standingOf({ state, late }: StaffRequest): Standing {
  if (state === 'open') return late ? 'overdue' : 'open';
  return state === 'answered' && late ? 'late' : state;
}

/** One request: where it stands, what was asked, what was answered; and taking it back while it is open. */
export function RequestItem(props: {
  locale: Locale;
  application: StaffApplication;
  request: StaffRequest;
  returned: ReturnedForm | null;
  list: string | undefined;
}) {
  const { locale, application, request, returned, list } = props;
  const { cohort, now, permissions, reference } = application;
  const { number, state, dueOn, question, answer, answeredAt, documents } = request;
  const { remindedAt, withdrawnAt, withdrawnReason } = request;
  const t = getTexts(locale, 'requests');
  const standing = standingOf(request);
  const field = scopedFields(locale, `withdraw-request-${number}`, returned);
  const at = (instant: Date) => formatInstant(instant, cohort.zone, locale);
  return (
    <div className={styles.fact} id={`request-${number}`}>
      <p>
        {t('staff.number', { number })}{' '}
        <Tag tone={tones[standing]}>{t(`staff.states.${standing}`)}</Tag>
      </p>
      <p className={styles.words}>{question}</p>
      <p className={styles.note}>
        {t('staff.asked', { kind: request.asks, name: request.by, when: at(request.requestedAt) })}{' '}
        {t('staff.due', {
          date: formatLongDate(dueOn, locale),
          inWords: inWords(dueOn, localDateOf(now, cohort.zone), locale),
          open: state === 'open' ? 'yes' : 'no',
        })}
      </p>
      {remindedAt === null ? null : (
        <p className={styles.note}>{t('staff.reminded', { when: at(remindedAt) })}</p>
      )}
      {answeredAt === null ? null : (
        <>
          <p className={styles.note}>{t('staff.answered', { when: at(answeredAt) })}</p>
          {answer === null ? null : <blockquote className={styles.words}>{answer}</blockquote>}
          {documents.length === 0 ? null : (
            <ul className={styles.plain}>
              {documents.map(({ id, filename, scan }) => (
                <li key={id}>
                  {permissions.readDocuments && canBeOpened[scan] ? (
                    <a href={`/api/documents/${id}`} download>
                      <bdi>{filename}</bdi>
                    </a>
                  ) : (
                    <bdi>{filename}</bdi>
                  )}
                  {canBeOpened[scan] ? null : (
                    <p className={styles.note}>{getTexts(locale, 'documents')('staff.scanning')}</p>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {withdrawnAt === null ? null : (
        <p className={styles.note}>
          {withdrawnReason === null
            ? t('staff.withdrawnUnexplained', { when: at(withdrawnAt) })
            : t('staff.withdrawn', { when: at(withdrawnAt), reason: withdrawnReason })}
        </p>
      )}
      {(state === 'open' && permissions.requestInformation) || returned !== null ? (
        <Details summary={t('staff.withdraw')} open={returned !== null}>
          <p>{t('staff.withdrawText')}</p>
          <Form
            action={`/api/${locale}/staff/applications/${reference}/requests/${number}/withdraw`}
            label={t('staff.withdraw')}
            hidden={{ list, number: String(number) }}
          >
            <TextArea
              {...field('reason')}
              label={t('staff.withdrawReason')}
              hint={t('staff.withdrawHint')}
              characterLimit={requestLengths.reason}
              rows={2}
            />
            <FormFooter>
              <Button color="danger" variant="secondary">
                {t('staff.withdrawButton')}
              </Button>
            </FormFooter>
          </Form>
        </Details>
      ) : null}
    </div>
  );
}
