import type { ReactNode } from 'react';
import { Page } from '@/components/frame/page';
import { Categories } from '@/components/programme/categories';
import { CohortNotice, cohortPath } from '@/components/programme/cohort-notice';
import { KeyFacts } from '@/components/programme/key-facts';
import { PriceWords } from '@/components/programme/price-words';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import type { CohortOnPage, ProgrammePage } from '@/lib/programme/queries/programme-page';
import type { ApplicationWindow } from '@/lib/programme/rules/application-window';
import { StartAct, type OwnBefore } from './start-act';
import styles from './case.module.css';
import sections from './section.module.css';

/** When one person can apply, extension and all. */
interface OwnWindow {
  readonly window: ApplicationWindow;
  readonly deadline: LocalDate;
}

/** What to know and have at hand before one applies, and the button. */
export function StartView({
  locale,
  page,
  cohort,
  isSignedIn,
  own,
  when,
  problems,
}: {
  locale: Locale;
  page: ProgrammePage;
  cohort: CohortOnPage;
  isSignedIn: boolean;
  own: OwnBefore | null;
  /** When this person can apply; null for somebody who is not signed in. */
  when: OwnWindow | null;
  problems: readonly FieldProblem[];
}) {
  const t = getTexts(locale, 'application');
  const { texts } = page.programme;
  const isOpen = (when?.window ?? cohort.window) === 'open';
  const extendedUntil =
    when !== null && when.deadline > cohort.facts.applicationDeadline ? when.deadline : null;
  const act = { locale, cohort, isSignedIn, own };
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={cohortPath(cohort, locale)}>{t('start.back')}</BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        <header className={styles.head}>
          <p className={styles.subject}>{t('start.cohort', { cohort: cohort.facts.name })}</p>
          <Heading level={1}>{t('start.heading', { programme: texts.name[locale] })}</Heading>
        </header>
        {isOpen ? (
          <>
            <Prose lead>
              <p>{t('start.lead')}</p>
            </Prose>
            {extendedUntil === null ? null : (
              <Notice kind="info" locale={locale}>
                <p>{t('start.extended', { date: formatLongDate(extendedUntil, locale) })}</p>
              </Notice>
            )}
            <StartAct {...act} />
            <KeyFacts cohort={cohort} today={page.today} locale={locale} />
            <Before locale={locale} page={page} cohort={cohort} />
            {own === null ? <StartAct {...act} label={t('start.button')} /> : null}
          </>
        ) : (
          <>
            <CohortNotice page={page} locale={locale} />
            {own === null ? null : <StartAct {...act} />}
          </>
        )}
      </div>
    </Page>
  );
}

function Before({
  locale,
  page,
  cohort: { facts },
}: {
  locale: Locale;
  page: ProgrammePage;
  cohort: CohortOnPage;
}) {
  const t = getTexts(locale, 'application');
  const programme = getTexts(locale, 'programme');
  const { texts, categories } = page.programme;
  return (
    <>
      <Section id="who" heading={t('start.who')}>
        <p>{t('start.whoIntro')}</p>
        <Categories categories={categories} locale={locale} />
        <Heading level={3}>{t('start.conditions')}</Heading>
        <List of={texts.conditions[locale]} />
      </Section>
      <Section id="need" heading={t('start.need.heading')}>
        <List
          of={[
            ...(['number', 'organisation', 'manager', 'words', 'papers'] as const).map((key) =>
              t(`start.need.${key}`),
            ),
            ...categories
              .filter(({ requirement }) => requirement === 'work-and-courses')
              .map(({ number, minimumFteYears }) =>
                t('start.need.work', { number, years: minimumFteYears ?? 0 }),
              ),
          ]}
        />
      </Section>
      <Section id="time" heading={t('start.time.heading')}>
        <p>{t('start.time.saved')}</p>
        <p>{t('start.time.draft')}</p>
      </Section>
      <Section id="choosing" heading={t('start.choosing')}>
        <p>{programme('choosing.qualified')}</p>
        <p>{programme('choosing.order')}</p>
        <ol>
          {facts.rankingCriteria.map((criterion) => (
            <li key={criterion}>{programme(`choosing.criteria.${criterion}`)}</li>
          ))}
        </ol>
        <p>{t('start.answer', { date: formatLongDate(facts.respondBy, locale) })}</p>
      </Section>
      <Section id="price" heading={t('start.price')}>
        <PriceWords facts={facts} locale={locale} />
      </Section>
      <Section id="privacy" heading={t('start.privacy.heading')}>
        <p>{t('start.privacy.use')}</p>
        <p>{t('start.privacy.leaveOut')}</p>
        <p>
          <a href={`/${locale}/privacy`}>{t('start.privacy.more')}</a>
        </p>
      </Section>
    </>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section className={sections.section} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {heading}
      </Heading>
      {children}
    </section>
  );
}

function List({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
