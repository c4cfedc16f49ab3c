import { Categories } from '@/components/programme/categories';
import { PriceWords } from '@/components/programme/price-words';
import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { inOneLine } from '@/components/ui/in-one-line';
import { writeTo } from '@/components/ui/mail-address';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortOnPage, ProgrammePage } from '@/lib/programme/queries/programme-page';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { RankingCriterion } from '@/lib/programme/rules/ranking-criteria';
import { Section } from './section';
import styles from './case.module.css';

/** The themes of the page, in the order in which one needs them; each is a heading's id. */
const themes = ['who', 'need', 'time', 'drafts', 'choosing', 'price', 'other', 'privacy'] as const;
type Theme = (typeof themes)[number];

function themeHeadings(locale: Locale): Record<Theme, string> {
  const t = getTexts(locale, 'application');
  return {
    who: t('start.who'),
    need: t('start.need.heading'),
    time: t('start.time.heading'),
    drafts: t('start.drafts.heading'),
    choosing: t('start.choosing'),
    price: t('start.price'),
    other: t('start.other.heading'),
    privacy: t('start.privacy.heading'),
  };
}

/** Where on the page each theme is: it is long on a phone. */
export function StartContents({ locale }: { locale: Locale }) {
  const t = getTexts(locale, 'application');
  const headings = themeHeadings(locale);
  return (
    <nav aria-labelledby="contents" className={styles.contents} data-print="no">
      <Heading level={2} size="2xs" id="contents">
        {t('start.contents')}
      </Heading>
      <ul>
        {themes.map((theme) => (
          <li key={theme}>
            <a href={`#${theme}`}>{headings[theme]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** All that is to be known before one starts, theme by theme. */
export function BeforeStart({
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
  const headings = themeHeadings(locale);
  const byWork = categories.filter(({ requirement }) => requirement === 'work-and-courses');
  return (
    <>
      <Section id="who" heading={headings.who}>
        <p>{t('start.whoIntro')}</p>
        <Categories categories={categories} locale={locale} />
        <Heading level={3}>{t('start.conditions')}</Heading>
        <List of={texts.conditions[locale]} />
      </Section>
      <Section id="need" heading={headings.need}>
        <List
          of={[
            ...(['number', 'organisation', 'manager', 'words', 'papers'] as const).map((key) =>
              t(`start.need.${key}`),
            ),
            ...byWork.map(({ number, minimumFteYears }) =>
              t('start.need.work', { number, years: minimumFteYears ?? 0 }),
            ),
          ]}
        />
      </Section>
      <Section id="time" heading={headings.time}>
        <p>{t('start.time.long')}</p>
        {byWork.map(({ number }) => (
          <p key={number}>{t('start.time.group', { number })}</p>
        ))}
      </Section>
      <Section id="drafts" heading={headings.drafts}>
        <List
          of={(['saved', 'elsewhere', 'unsent', 'kept', 'deleted', 'changed'] as const).map((key) =>
            t(`start.drafts.${key}`),
          )}
        />
      </Section>
      <Section id="choosing" heading={headings.choosing}>
        <p>{programme('choosing.qualified')}</p>
        <p>{programme('choosing.order')}</p>
        <ol>
          {facts.rankingCriteria.map((criterion) => (
            <li key={criterion}>{programme(`choosing.criteria.${criterion}`)}</li>
          ))}
        </ol>
        <RankingExample locale={locale} criteria={facts.rankingCriteria} />
        <p>{t('start.answer', { date: formatLongDate(facts.respondBy, locale) })}</p>
      </Section>
      <Section id="price" heading={headings.price}>
        <PriceWords facts={facts} locale={locale} />
      </Section>
      <OtherWays locale={locale} facts={facts} heading={headings.other} />
      <Section id="privacy" heading={headings.privacy}>
        <p>{t('start.privacy.use')}</p>
        <p>{t('start.privacy.leaveOut')}</p>
        <p>
          <a href={`/${locale}/privacy`}>{t('start.privacy.more')}</a>
        </p>
      </Section>
    </>
  );
}

const examples: Readonly<Record<string, 'priorityFirst' | 'arrivalOnly'>> = {
  'priority-workplace,arrival': 'priorityFirst',
  arrival: 'arrivalOnly',
};

/** The rule on three people, for the ways of ranking that can be shown on three. */
function RankingExample({
  locale,
  criteria,
}: {
  locale: Locale;
  criteria: readonly RankingCriterion[];
}) {
  const t = getTexts(locale, 'application');
  const example = examples[criteria.join()];
  if (example === undefined) return null;
  return (
    <Details summary={t('start.example.heading')}>
      <p>{t(`start.example.${example}.who`)}</p>
      <ol>
        {(['first', 'second', 'third'] as const).map((place) => (
          <li key={place}>{t(`start.example.${example}.${place}`)}</li>
        ))}
      </ol>
    </Details>
  );
}

/** By e-mail or post: staff write it in, and the applicant can take it over. */
function OtherWays({
  locale,
  facts: { programme },
  heading,
}: {
  locale: Locale;
  facts: CohortFacts;
  heading: string;
}) {
  const t = getTexts(locale, 'application');
  const { mailbox } = programme;
  const phone = inOneLine(programme.contactPhone);
  return (
    <Section id="other" heading={heading}>
      <p>{t('start.other.lead')}</p>
      <ul>
        <li>{t.rich('start.other.email', writeTo(mailbox))}</li>
        <li>{t('start.other.post', { phone })}</li>
      </ul>
      <p>{t('start.other.same')}</p>
      <p>{t('start.other.counts')}</p>
      <p>{t('start.other.takeOver')}</p>
      <p>{t('start.other.help')}</p>
    </Section>
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
