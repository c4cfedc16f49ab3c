import { getTexts } from '@/components/texts/get-texts';
import { HeadedSection } from '@/components/ui/headed-section';
import { MailLink } from '@/components/ui/mail-address';
import { SummaryList } from '@/components/ui/summary-list';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { Locale } from '@/lib/kernel/locale';
import { answerLines, type AnswerSection } from './answer-lines';
import { WorkCounted } from './work-counted';

const sections = [
  'aboutYou',
  'category',
  'workplace',
  'motivation',
  'conditions',
] as const satisfies readonly AnswerSection[];

/** What only some are asked for: left out when there is nothing. */
const mayBeAbsent: ReadonlySet<string> = new Set([
  'authorisationNumber',
  'managerEmail',
  'howKyr',
  'relevantExperience',
  'profession',
  'education',
  'courses',
]);

/** Everything that the applicant has answered, a section a step. */
export function ApplicationAnswers(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  const { answers, cohort, email, work } = application;
  const t = getTexts(locale, 'staff');
  const lines = answerLines(answers, cohort.programme.categories, locale);
  return sections.map((section) => (
    <HeadedSection
      key={section}
      id={`answers-${section}`}
      size="sm"
      heading={t(`answers.sections.${section}`)}
    >
      <SummaryList
        locale={locale}
        rows={[
          ...lines
            .filter((line) => line.section === section && line.key !== 'workPeriods')
            .filter(({ key, value }) => value !== '' || !mayBeAbsent.has(key))
            .map(({ key, term, value }) => ({ key, term, value })),
          ...(section === 'aboutYou'
            ? [
                {
                  key: 'email',
                  term: t('answers.fields.email'),
                  value: <MailLink address={email} />,
                },
              ]
            : []),
        ]}
      />
      {section === 'category' && work !== null ? (
        <WorkCounted locale={locale} application={application} work={work} />
      ) : null}
    </HeadedSection>
  ));
}
