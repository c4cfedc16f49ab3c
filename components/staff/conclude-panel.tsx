import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice-group';
import { Details } from '@/components/ui/details';
import { Form, FormFooter } from '@/components/ui/form';
import { inWords } from '@/components/ui/date-with-days';
import { HeadedSection } from '@/components/ui/headed-section';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { ConclusionRow } from '@/lib/assessment/queries/conclusions';
import { outcomes, reasonMaximum } from '@/lib/assessment/rules/conclusion';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { scopedFields, type ReturnedForm } from './scoped-fields';
import { applicationTone } from './tones';
import styles from './panel.module.css';

/** The conclusion that stands, those it replaced, and the form for a new one where that is allowed. */
export function ConcludePanel(props: {
  locale: Locale;
  application: StaffApplication;
  conclusions: readonly ConclusionRow[];
  returned: ReturnedForm | null;
  /** The list that the reader came from, to come back to it. */
  list: string | undefined;
}) {
  const { locale, application, conclusions, returned, list } = props;
  const { cohort, permissions, reference, requests, revisions, state } = application;
  const t = getTexts(locale, 'staff');
  const field = scopedFields(locale, 'conclude', returned);
  const standing = conclusions.find(({ replacedAt }) => replacedAt === null);
  const replaced = conclusions.filter(({ replacedAt }) => replacedAt !== null);
  const open = isAssessed[cohort.state] && state !== 'withdrawn';
  return (
    <HeadedSection id="conclude" size="sm" heading={t('conclude.heading')}>
      {standing === undefined ? (
        <p>{t('conclude.none')}</p>
      ) : (
        <Conclusion locale={locale} zone={cohort.zone} conclusion={standing} />
      )}
      {replaced.length === 0 ? null : (
        <Details summary={t('conclude.replaced', { count: replaced.length })}>
          {replaced.map((conclusion) => (
            <Conclusion
              key={conclusion.at.toISOString()}
              locale={locale}
              zone={cohort.zone}
              conclusion={conclusion}
            />
          ))}
        </Details>
      )}
      {permissions.conclude && !open ? (
        <p className={styles.note}>
          {t(state === 'withdrawn' ? 'conclude.withdrawn' : 'conclude.closed')}
        </p>
      ) : null}
      {permissions.conclude && open ? <Awaited {...{ locale, application }} /> : null}
      {permissions.conclude && open && (!awaits(application) || returned !== null) ? (
        <Form
          action={`/api/${locale}/staff/applications/${reference}/conclude`}
          label={t('conclude.form')}
          hidden={{
            readRevision: String(revisions.at(-1)?.number ?? ''),
            readAnswered: String(requests.filter((each) => each.state === 'answered').length),
            readConclusion: standing?.id ?? '',
            list,
          }}
        >
          <RadioGroup
            {...field('outcome')}
            label={t(standing === undefined ? 'conclude.question' : 'conclude.again')}
            choices={outcomes.map((value) => ({ value, label: t(`conclude.outcomes.${value}`) }))}
          />
          <TextArea
            {...field('reason')}
            label={t('conclude.reason')}
            hint={t('conclude.reasonHint')}
            characterLimit={reasonMaximum}
            rows={4}
          />
          <FormFooter>
            <Button>{t(standing === undefined ? 'conclude.button' : 'conclude.replace')}</Button>
          </FormFooter>
        </Form>
      ) : null}
    </HeadedSection>
  );
}

/** Something was asked for, and its day is not over: nobody is concluded on before that. */
function awaits({ requests }: StaffApplication): boolean {
  return requests.some(({ state, late }) => state === 'open' && !late);
}

/** That an answer is awaited, or that its day is over and it never came. */
function Awaited({ locale, application }: { locale: Locale; application: StaffApplication }) {
  const open = application.requests.filter(({ state }) => state === 'open');
  const last = open
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  const t = getTexts(locale, 'requests');
  const link = (words: ReactNode) => <a href="#requests">{words}</a>;
  const today = localDateOf(application.now, application.cohort.zone);
  return (
    <Notice kind="warning" locale={locale}>
      <p>
        {awaits(application)
          ? t.rich('staff.awaited', {
              link,
              date: formatLongDate(last, locale),
              inWords: inWords(last, today, locale),
            })
          : t.rich('staff.overdue', { link })}
      </p>
    </Notice>
  );
}

function Conclusion(props: { locale: Locale; zone: string; conclusion: ConclusionRow }) {
  const { locale, zone, conclusion } = props;
  const t = getTexts(locale, 'staff');
  const { outcome, reason, by, at } = conclusion;
  return (
    <div className={styles.fact}>
      <p>
        <Tag tone={applicationTone[outcome]}>{t(`applications.states.${outcome}`)}</Tag>
      </p>
      <p className={styles.words}>{reason}</p>
      <p className={styles.note}>
        {by}, {formatInstant(at, zone, locale)}
      </p>
    </div>
  );
}
