import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { readPageAids } from '@/app/page-aids';
import { applicationPath, cameFrom } from '@/components/application/application-paths';
import {
  changedElsewhere,
  readConflict,
  readMerged,
  readSaved,
  savedAllTheSame,
  wordConflict,
} from '@/components/application/conflict';
import type { BindField } from '@/components/application/step-form';
import type { StepView } from '@/components/application/step-page';
import { typedAnswers, type FieldValues } from '@/components/application/typed-answers';
import { readWaiting, wordWaiting } from '@/components/application/waiting-category';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { getTexts } from '@/components/texts/get-texts';
import { isNews } from '@/components/texts/word-problem';
import { bindFields } from '@/components/ui/bind-fields';
import { emptySections } from '@/lib/application/rules/answers';
import { sectionOf, type AnswerStep, type ApplicationStep } from '@/lib/application/rules/steps';
import { printsOf, writePrints } from '@/lib/application/section-prints';
import type { FormReturn } from '@/lib/platform/door/form-return';
import { readOwnApplication, type OwnApplicationParams } from '../read-application';

export interface StepPageProps extends OwnApplicationParams {
  readonly searchParams: SearchParams;
}

/** A step's form as its page shows it: what was typed goes before what is saved. */
export interface StepFormView<Returned extends FormReturn> {
  readonly view: StepView;
  /** What came back to the form; null when it is opened afresh. */
  readonly back: Returned | null;
  readonly values: FieldValues;
  readonly field: BindField;
}

/**
 * What a page of the application dialogue shows. When the application can no longer be changed, its
 * own page says so instead, unless a form came back: then what was typed must not be lost.
 */
export async function readStepView(
  { params, searchParams }: StepPageProps,
  back: FormReturn | null,
): Promise<StepView> {
  const { locale, reference } = await params;
  const read = await readOwnApplication(locale, reference);
  if (!read.application.editable && back === null) {
    redirect(applicationPath(read.locale, reference));
  }
  const { from, merged } = await searchParams;
  return {
    locale: read.locale,
    application: read.application,
    from:
      read.application.state === 'submitted' ? 'application' : cameFrom(from ?? typedFrom(back)),
    problems: wordApplicationProblems(read.locale, 'application', problemsIn(back)),
    merged: back === null ? readMerged(merged) : null,
    conflict: null,
    shown: null,
    isUnsaved: back !== null && readSaved(back.problems) === null,
    aids: await readPageAids(),
  };
}

function typedFrom(back: FormReturn | null): string | undefined {
  return back?.typed['from']?.[0];
}

/** A step that saves answers. `shape` is for a form that comes back for other reasons than refusal. */
export async function readStepForm<Returned extends FormReturn = FormReturn>(
  props: StepPageProps,
  step: AnswerStep,
  shape: (back: FormReturn) => Returned = (back) => back as Returned,
): Promise<StepFormView<Returned>> {
  const returned = await readFormReturn(step, props.searchParams);
  const back = returned === null ? null : shape(returned);
  const seen = await readStepView(props, back);
  const { locale, application } = seen;
  const section = application.answers[sectionOf[step]] ?? emptySections[sectionOf[step]];
  const { values, shown } = formValues(section, back);
  const worded =
    back === null
      ? null
      : wordConflict(locale, step, { problems: back.problems, typed: back.typed, application });
  const waiting = readWaiting((await props.searchParams)['retur'], back);
  const view: StepView = {
    ...seen,
    shown,
    conflict: worded?.conflict ?? null,
    problems:
      worded === null
        ? (wordWaiting(locale, waiting, problemsIn(back), application) ?? seen.problems)
        : [
            ...worded.atFields,
            ...wordApplicationProblems(locale, 'application', otherProblems(back)),
          ],
  };
  return {
    view,
    back,
    values,
    field: bindFields({ locale: view.locale, values, problems: view.problems }),
  };
}

/**
 * What the fields hold, and what the form says that it showed. A form that comes back holds what was typed
 * and says what it said; one that met another window's changes also holds those that it had not touched.
 */
function formValues(
  section: object,
  back: FormReturn | null,
): { readonly values: FieldValues; readonly shown: string } {
  const stored = typedAnswers(section);
  const fresh = writePrints(printsOf(section));
  if (back === null) return { values: stored, shown: fresh };
  const conflict = readConflict(back.problems);
  if (conflict === null) {
    const shown = readSaved(back.problems) ?? back.typed['_shown']?.[0] ?? fresh;
    return { values: back.typed, shown };
  }
  const isKept = (name: string) => conflict.kept.includes(name.split('.')[0] ?? '');
  const typed = Object.entries(back.typed).filter(([name]) => !isKept(name));
  const kept = Object.entries(stored).filter(([name]) => isKept(name));
  return { values: Object.fromEntries([...typed, ...kept]), shown: conflict.shown };
}

/** The problems of a form that came back, without what is only a message to the form. */
function problemsIn(back: FormReturn | null): FormReturn['problems'] {
  return (back?.problems ?? []).filter(({ code }) => code !== savedAllTheSame);
}

/** Problems that are not another window's doing. */
function otherProblems(back: FormReturn | null): FormReturn['problems'] {
  return problemsIn(back).filter(({ code }) => code !== changedElsewhere);
}

const headings = {
  'about-you': 'aboutYou',
  category: 'category',
  workplace: 'workplace',
  motivation: 'motivation',
  conditions: 'conditions',
  documents: 'documents',
  summary: 'summary',
} as const satisfies Record<ApplicationStep, string>;

/** The title of a step's page: «Feil: …» first when one of its forms was refused. */
export async function stepMetadata(
  { params, searchParams }: StepPageProps,
  step: ApplicationStep,
  forms: readonly string[] = [step],
  shape: (back: FormReturn) => FormReturn = (back) => back,
): Promise<Metadata> {
  const { locale, reference } = await params;
  const { locale: language, application } = await readOwnApplication(locale, reference);
  const t = getTexts(language, 'application');
  const title = `${t(`${headings[step]}.heading`)} – ${application.cohort.programme.name[language]}`;
  const { retur } = await searchParams;
  const returned = await Promise.all(forms.map((form) => readFormReturn(form, searchParams)));
  const isRefused = returned.some((returnedForm) => {
    const back = returnedForm === null ? null : shape(returnedForm);
    const problems = back?.problems ?? [];
    const waiting = wordWaiting(language, readWaiting(retur, back), problems, application);
    return waiting?.some((each) => each.isNews !== true) ?? problems.some((each) => !isNews(each));
  });
  return {
    title: isRefused ? getTexts(language, 'common')('errorTitle', { title }) : title,
  };
}
