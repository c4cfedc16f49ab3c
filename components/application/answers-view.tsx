import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { SummaryList } from '@/components/ui/summary-list';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { Locale } from '@/lib/kernel/locale';
import { stepPath, type CameFrom } from './application-paths';
import { answerSections } from './answer-sections';
import styles from './section.module.css';

/** All answers, theme by theme, with «Endre» when they can be changed; it leads back to `from`. */
export function AnswersView({
  locale,
  application,
  from,
  level = 2,
}: {
  locale: Locale;
  application: MyApplication;
  from: CameFrom | null;
  level?: 2 | 3;
}) {
  const t = getTexts(locale, 'application');
  const { answers, work, cohort, reference, kyrIsKnown } = application;
  const sections = answerSections(locale, {
    answers,
    work,
    kyrIsKnown,
    categories: cohort.programme.categories,
    change:
      from === null ? null : (step, field) => `${stepPath(locale, reference, step, from)}#${field}`,
  });
  return sections.map(({ step, rows }) => (
    <section key={step} className={styles.section} aria-labelledby={`answers-${step}`}>
      <Heading level={level} id={`answers-${step}`}>
        {t(`steps.${step}`)}
      </Heading>
      <SummaryList locale={locale} rows={rows} />
    </section>
  ));
}
