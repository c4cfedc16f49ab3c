import { getTexts } from '@/components/texts/get-texts';
import { SummaryList } from '@/components/ui/summary-list';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { Locale } from '@/lib/kernel/locale';
import { stepPath, type CameFrom } from './application-paths';
import { answerSections } from './answer-sections';
import { Section } from './section';

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
    <Section key={step} id={`answers-${step}`} level={level} heading={t(`steps.${step}`)}>
      <SummaryList locale={locale} rows={rows} />
    </Section>
  ));
}
