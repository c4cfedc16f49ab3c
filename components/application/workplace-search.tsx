import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { TextField } from '@/components/ui/text-field';
import { searchLimits } from '@/lib/application/rules/workplace-search';
import type { Locale } from '@/lib/kernel/locale';
import type { BindField } from './step-form';
import type { WorkplaceChoice, WorkplaceChoices } from './workplace-choice';
import styles from './workplace-search.module.css';

interface Props {
  locale: Locale;
  field: BindField;
  /** What «Søk» gave; null before it was pressed. */
  results: WorkplaceChoices | null;
  /** A workplace is named already: searching is for those who want another. */
  isNamed: boolean;
  /** Where the page's script asks as one types. */
  source: string;
  /** The words go to a public register as well: that is said where they are typed. */
  asksRegister: boolean;
}

/** The search for a workplace: a part of the step's form, so that nothing typed elsewhere in it is lost. */
export function WorkplaceSearchPart(props: Props) {
  const { locale, field, results, isNamed } = props;
  const t = getTexts(locale, 'workplace');
  if (!isNamed || results !== null || field('search').error !== undefined) {
    return <Search {...props} />;
  }
  return (
    <Details summary={t('search.again')}>
      <Search {...props} />
    </Details>
  );
}

function Search({ locale, field, results, source, asksRegister }: Props) {
  const t = getTexts(locale, 'workplace');
  return (
    <div
      className={styles.search}
      role="search"
      data-workplace-search={source}
      data-least={searchLimits.minimum}
      data-searching={t('search.searching')}
      data-failed={t('search.failed')}
    >
      <TextField
        {...field('search')}
        label={t('search.label')}
        hint={asksRegister ? `${t('search.hint')} ${t('search.register')}` : t('search.hint')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <Button variant="secondary" name="_intent" value="search">
        {t('search.button')}
      </Button>
      {/* The script writes here; what it says is read out, and the button's own answer is not said twice. */}
      <p className="ds-sr-only" aria-live="polite" data-part="said" />
      <div className={styles.results} data-part="results">
        {results === null ? null : <Results results={results} />}
      </div>
      <p>
        {t.rich('search.self', {
          link: (words) => <a href="#employer">{words}</a>,
        })}
      </p>
    </div>
  );
}

function Results({ results }: { results: WorkplaceChoices }) {
  return (
    <>
      <p data-part="status" id="workplace-results" tabIndex={-1} autoFocus>
        {results.status}
      </p>
      {results.notes.map((note) => (
        <p key={note} data-part="note">
          {note}
        </p>
      ))}
      <WorkplaceChoiceList choices={results.choices} />
    </>
  );
}

/** Workplaces, each a button that fills it in. */
export function WorkplaceChoiceList({ choices }: { choices: readonly WorkplaceChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <ul className={styles.list} data-part="list">
      {choices.map(({ value, name, detail, anchored }) => (
        <li key={value}>
          <button type="submit" name="_intent" value={value} data-part="choice">
            <span data-part="name">{name}</span>
            <span data-part="detail">{detail}</span>
            {anchored === null ? null : <span data-part="anchored">{anchored}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
