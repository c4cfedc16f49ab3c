import { Page } from '@/components/frame/page';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { inOneLine } from '@/components/ui/in-one-line';
import { writeTo } from '@/components/ui/mail-address';
import { Prose } from '@/components/ui/prose';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortOnPage, ProgrammePage } from '@/lib/programme/queries/programme-page';
import { teachingMinutes } from '@/lib/programme/rules/cohort-facts';
import { diplomaMinutes, diplomaPercent } from '@/lib/programme/rules/diploma';
import { Categories } from './categories';
import { CohortNotice, cohortPath } from './cohort-notice';
import { Gatherings, hoursAndMinutes } from './gatherings';
import { KeyFacts } from './key-facts';
import { PriceWords } from './price-words';
import styles from './programme-view.module.css';
import { Section } from './section';
import { wayStations } from './way-stations';

/** The public page of a programme, told of one of its cohorts. */
export function ProgrammeView({ page, locale }: { page: ProgrammePage; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  const { programme, cohort, today } = page;
  const { texts } = programme;
  return (
    <Page>
      <Breadcrumb
        label={t('breadcrumb')}
        crumbs={[{ label: t('home'), href: `/${locale}` }, { label: texts.name[locale] }]}
      />
      <header className={styles.head}>
        {cohort === null ? null : (
          <p className={styles.cohort}>{t('cohort', { cohort: cohort.facts.name })}</p>
        )}
        <Heading level={1}>{texts.name[locale]}</Heading>
        <Prose lead>
          <p>{texts.summary[locale]}</p>
        </Prose>
      </header>
      <CohortNotice page={page} locale={locale} />
      {cohort === null ? null : (
        <>
          <ApplyButton cohort={cohort} locale={locale} />
          <KeyFacts cohort={cohort} today={today} locale={locale} />
          <Section id="way" heading={t('way.heading')}>
            <Way locale={locale} label={t('way.label')} stations={wayStations(cohort, locale)} />
          </Section>
        </>
      )}
      <Section id="about" heading={t('about')}>
        <Paragraphs of={texts.about[locale]} />
        <p>{t('heldBy', { name: texts.heldBy[locale] })}</p>
        <Heading level={3}>{t('aims')}</Heading>
        <List of={texts.aims[locale]} />
        <Details summary={t('themes')}>
          <List of={texts.themes[locale]} />
        </Details>
      </Section>
      <Section id="who" heading={t('who.heading')}>
        <p>{t('who.intro')}</p>
        <Categories categories={programme.categories} locale={locale} />
        <p>{t('who.doubt')}</p>
        <Heading level={3}>{t('who.conditions')}</Heading>
        <List of={texts.conditions[locale]} />
      </Section>
      {cohort === null ? null : <CohortSections cohort={cohort} page={page} locale={locale} />}
      <Section id="way-on" heading={t('diploma.wayOn')}>
        <Paragraphs of={texts.wayOn[locale]} />
      </Section>
      {cohort?.window === 'open' ? (
        <Section id="apply" heading={t('apply.heading')}>
          <ol>
            {(['signIn', 'answer', 'upload', 'send'] as const).map((step) => (
              <li key={step}>{t(`apply.steps.${step}`)}</li>
            ))}
          </ol>
          <ApplyButton cohort={cohort} locale={locale} />
        </Section>
      ) : null}
      <Section id="contact" heading={t('contact.heading')}>
        <p>
          {t.rich('contact.text', {
            ...writeTo(programme.mailbox),
            phone: inOneLine(programme.contactPhone),
          })}
        </p>
      </Section>
      <OtherCohorts cohorts={page.others} locale={locale} />
    </Page>
  );
}

function CohortSections({
  cohort: { facts },
  page,
  locale,
}: {
  cohort: CohortOnPage;
  page: ProgrammePage;
  locale: Locale;
}) {
  const t = getTexts(locale, 'programme');
  return (
    <>
      <Section id="price" heading={t('price.heading')}>
        <PriceWords facts={facts} locale={locale} />
        <Heading level={3}>{t('binding.heading')}</Heading>
        <p>{t('binding.text')}</p>
      </Section>
      <Section id="gatherings" heading={t('gatherings.heading')}>
        <Gatherings facts={facts} locale={locale} />
        <Heading level={3}>{t('gatherings.where')}</Heading>
        <p>
          {facts.place.directions[locale]} {facts.place.lodging[locale]}
        </p>
      </Section>
      <Section id="choosing" heading={t('choosing.heading')}>
        <p>{t('choosing.qualified')}</p>
        <p>{t('choosing.order')}</p>
        <ol>
          {facts.rankingCriteria.map((criterion) => (
            <li key={criterion}>{t(`choosing.criteria.${criterion}`)}</li>
          ))}
        </ol>
        <p>{t('choosing.waiting')}</p>
      </Section>
      <Section id="diploma" heading={t('diploma.heading')}>
        <p>
          {t('diploma.rule', {
            percent: diplomaPercent,
            needed: hoursAndMinutes(diplomaMinutes(facts), locale),
            total: hoursAndMinutes(teachingMinutes(facts), locale),
          })}
        </p>
        <Paragraphs of={page.programme.texts.recognition[locale]} />
      </Section>
    </>
  );
}

/** The way into the application, while there is one. */
function ApplyButton({ cohort, locale }: { cohort: CohortOnPage; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  if (cohort.window !== 'open') return null;
  const { facts } = cohort;
  return (
    <div className={styles.apply} data-print="no">
      <ButtonLink href={`/${locale}/apply/${facts.programme.slug}/${facts.slug}`}>
        {t('apply.start')}
      </ButtonLink>
      <p className={styles.minutes}>{t('apply.minutes')}</p>
    </div>
  );
}

function OtherCohorts({ cohorts, locale }: { cohorts: readonly CohortOnPage[]; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  if (cohorts.length === 0) return null;
  return (
    <Section id="others" heading={t('others.heading')}>
      <ul>
        {cohorts.map((cohort) => (
          <li key={cohort.facts.id}>
            <a href={cohortPath(cohort, locale)}>{line(cohort, locale)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function line({ facts, window }: CohortOnPage, locale: Locale): string {
  const date = window === 'coming' ? facts.opensOn : facts.applicationDeadline;
  return getTexts(locale, 'programme')(`others.${window}`, {
    cohort: facts.name,
    date: formatLongDate(date, locale),
  });
}

function Paragraphs({ of }: { of: readonly string[] }) {
  return of.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
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
