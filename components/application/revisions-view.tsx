import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { Select } from '@/components/ui/select';
import type { MyRevision, MyRevisions } from '@/lib/application/queries/my-revisions';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { applicationPath } from './application-paths';
import type { ChangedLine } from './compare-lines';
import type { Comparison } from './revision-comparison';
import { Section } from './section';
import styles from './revisions.module.css';
import page from './case.module.css';

/** Every version of one's own application, and what is different between two of them. */
export function RevisionsView({
  locale,
  own,
  comparison,
}: {
  locale: Locale;
  own: MyRevisions;
  comparison: Comparison;
}) {
  const t = getTexts(locale, 'my-application');
  const { reference, cohort, revisions } = own;
  return (
    <Page>
      <div className={page.page}>
        <BackLink href={applicationPath(locale, reference)}>
          {getTexts(locale, 'application')('steps.toApplication')}
        </BackLink>
        <header className={page.head}>
          <p className={page.subject}>
            {t('cohort', { programme: cohort.programme.name[locale], cohort: cohort.name })}
          </p>
          <Heading level={1}>{t('revisions.title')}</Heading>
          <p>{t('revisions.lead')}</p>
        </header>
        <Compared locale={locale} own={own} comparison={comparison} />
        <Section id="all" heading={t('revisions.all')}>
          <ol className={page.history} reversed>
            {revisions.toReversed().map((revision) => (
              <Revision key={revision.number} locale={locale} own={own} revision={revision} />
            ))}
          </ol>
        </Section>
        {revisions.length > 2 ? <Choose locale={locale} own={own} comparison={comparison} /> : null}
      </div>
    </Page>
  );
}

function Revision(props: { locale: Locale; own: MyRevisions; revision: MyRevision }) {
  const { locale, own, revision } = props;
  const { number, at } = revision;
  const t = getTexts(locale, 'my-application');
  const path = applicationPath(locale, own.reference, 'revisions');
  return (
    <li>
      <time dateTime={at.toISOString()}>{formatInstant(at, own.cohort.zone, locale)}</time>
      <div>
        <p>
          {t('revisions.version', { number })}.{' '}
          {t(
            number > 1
              ? 'revisions.byYou'
              : revision.own
                ? 'revisions.sentByYou'
                : 'revisions.byStaff',
          )}
        </p>
        {number > 1 && own.revisions.length > 2 ? (
          <p>
            <a href={`${path}?from=${number - 1}&to=${number}`}>
              {t('revisions.withPrevious', { number: number - 1 })}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** What is different, step by step; what is the same is said in one line. */
function Compared(props: { locale: Locale; own: MyRevisions; comparison: Comparison }) {
  const { locale, own, comparison } = props;
  const { from, to, steps, added, removed } = comparison;
  const t = getTexts(locale, 'my-application');
  const ofSteps = getTexts(locale, 'application');
  const changed = steps.filter(({ changes }) => changes.length > 0);
  const same = steps.filter(({ changes }) => changes.length === 0);
  const isChanged = changed.length > 0 || added.length > 0 || removed.length > 0;
  return (
    <Section
      id="compared"
      heading={
        from === to
          ? t('revisions.since')
          : t('revisions.between', { from: from.number, to: to.number })
      }
    >
      {isChanged ? null : (
        <p>{t(own.revisions.length === 1 ? 'revisions.never' : 'revisions.nothing')}</p>
      )}
      {changed.map(({ step, changes }) => (
        <Section key={step} id={`changed-${step}`} level={3} heading={ofSteps(`steps.${step}`)}>
          <dl className={styles.changes}>
            {changes.map((change) => (
              <Change key={change.key} locale={locale} change={change} />
            ))}
          </dl>
        </Section>
      ))}
      {added.length === 0 && removed.length === 0 ? null : (
        <Section id="changed-documents" level={3} heading={ofSteps('steps.documents')}>
          <ul>
            {added.map((filename, index) => (
              <li key={`added ${index}`}>{t('revisions.added', { filename })}</li>
            ))}
            {removed.map((filename, index) => (
              <li key={`removed ${index}`}>{t('revisions.removed', { filename })}</li>
            ))}
          </ul>
        </Section>
      )}
      {isChanged && same.length > 0 ? (
        <p className={styles.quiet}>
          {t('revisions.same', {
            steps: same.map(({ step }) => ofSteps(`steps.${step}`)).join(', '),
          })}
        </p>
      ) : null}
    </Section>
  );
}

function Change({ locale, change }: { locale: Locale; change: ChangedLine }) {
  const t = getTexts(locale, 'my-application');
  const none = <span className={styles.quiet}>{t('revisions.empty')}</span>;
  return (
    <div className={styles.change}>
      <dt>{change.term}</dt>
      <dd>
        <span className={styles.which}>{t('revisions.before')}</span>
        {change.before === '' ? none : <del>{change.before}</del>}
      </dd>
      <dd>
        <span className={styles.which}>{t('revisions.after')}</span>
        {change.after === '' ? none : <ins>{change.after}</ins>}
      </dd>
    </div>
  );
}

/** Any two. */
function Choose(props: { locale: Locale; own: MyRevisions; comparison: Comparison }) {
  const { locale, own, comparison } = props;
  const t = getTexts(locale, 'my-application');
  const options = own.revisions.map(({ number, at }) => ({
    value: String(number),
    label: t('revisions.choice', { number, when: formatInstant(at, own.cohort.zone, locale) }),
  }));
  return (
    <Section id="choose" heading={t('revisions.choose')}>
      <Form
        action={applicationPath(locale, own.reference, 'revisions')}
        method="get"
        label={t('revisions.choose')}
      >
        <Select
          {...{ id: 'from', name: 'from', locale, options, placeholder: null }}
          label={t('revisions.first')}
          defaultValue={String(comparison.from.number)}
        />
        <Select
          {...{ id: 'to', name: 'to', locale, options, placeholder: null }}
          label={t('revisions.second')}
          defaultValue={String(comparison.to.number)}
        />
        <FormFooter>
          <Button variant="secondary">{t('revisions.compare')}</Button>
        </FormFooter>
      </Form>
    </Section>
  );
}
