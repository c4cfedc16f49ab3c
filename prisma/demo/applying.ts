import { wallTimeOf } from '@/lib/kernel/dates';
import type { Localized } from '@/lib/kernel/locale';
import { endOfLocalDate, startOfLocalDate, type Instant } from '@/lib/kernel/time';
import type { Answers } from '@/lib/application/rules/answers';
import { answerSteps, sectionOf, type AnswerStep } from '@/lib/application/rules/steps';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import type { CohortOnStage } from './cohort-on-stage';
import { demoPdf } from './document';
import { demoApplicant, type DemoApplicant } from './people';
import { must } from './stage';

/** How far an applicant goes by themselves. */
export type Path = 'keeps a draft' | 'sends' | 'sends and changes' | 'sends and withdraws';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The part of the window that the demo's applicants use, in milliseconds. */
interface Window {
  readonly from: number;
  readonly to: number;
  /** How long a step takes, so that all of them fit into even the shortest window. */
  readonly pace: number;
}

function windowOf(on: CohortOnStage, count: number, now: Instant): Window {
  const { opensOn, applicationDeadline, zone } = on.cohort.plan;
  const from = startOfLocalDate(opensOn, zone).getTime();
  const end = endOfLocalDate(applicationDeadline, zone).getTime();
  const to = from + (Math.min(end, now.getTime()) - from) * 0.97;
  return { from, to, pace: Math.min(3 * minute, Math.floor((to - from) / (count * 40))) };
}

/**
 * Plans the applications of a cohort: they are sent one after the other through the window, in an order
 * that is not that of the applicants' numbers.
 */
export function planApplications(
  on: CohortOnStage,
  paths: readonly (readonly [applicant: number, path: Path])[],
  now: Instant,
): void {
  const window = windowOf(on, paths.length, now);
  paths.forEach(([number, path], at) => {
    const turn = (at * 11) % paths.length;
    const sent = window.from + ((turn + 0.6) / paths.length) * (window.to - window.from);
    const sentAt = whenAwake(new Date(Math.floor(sent)), on.cohort.plan.zone, window);
    planApplication(on, demoApplicant(number), path, sentAt, window);
  });
}

/** Moves the small hours to the morning, if the window reaches so far: the demo is no study of shift work. */
function whenAwake(at: Instant, zone: string, { to }: Window): Instant {
  const morning = at.getTime() + 7 * 60 * minute;
  return wallTimeOf(at, zone) < '07:00' && morning < to ? new Date(morning) : at;
}

function planApplication(
  on: CohortOnStage,
  applicant: DemoApplicant,
  path: Path,
  sentAt: Instant,
  { from, to, pace }: Window,
): void {
  const { stage } = on;
  // Every third begins some days before they send.
  const before = applicant.number % 3 === 0 ? 3 * day : 0;
  const startedAt = new Date(Math.max(from, sentAt.getTime() - before));
  const stepsAtFirst = 1 + (applicant.number % 3);
  stage.plan(startedAt, async () => {
    await begin(on, applicant);
    await save(on, applicant, answerSteps.slice(0, stepsAtFirst), pace);
  });
  if (path === 'keeps a draft') return;
  stage.plan(sentAt, async () => {
    await save(on, applicant, answerSteps.slice(stepsAtFirst), pace);
    await attach(on, applicant, pace);
    await stage.pass(pace);
    await send(on, applicant);
  });
  const later = new Date(Math.max(sentAt.getTime(), Math.min(to, sentAt.getTime() + 2 * day)));
  if (path === 'sends and changes') {
    stage.plan(later, () => change(on, applicant));
  }
  if (path === 'sends and withdraws') {
    stage.plan(later, async () => {
      const person = await stage.signIn(applicant);
      const reference = on.reference(applicant.number);
      const reason = 'Jeg har fått ny jobb, og rekker ikke samlingene.';
      must(
        await withdrawApplication(stage.platform, person, { reference, reason }),
        `withdrawal of ${applicant.name}`,
      );
    });
  }
}

async function begin(on: CohortOnStage, applicant: DemoApplicant): Promise<void> {
  const { stage, cohort } = on;
  const { reference } = must(
    await startApplication(stage.platform, await stage.signIn(applicant), {
      programmeSlug: cohort.programmeSlug,
      cohortSlug: cohort.plan.slug,
    }),
    `start of ${applicant.name}`,
  );
  on.references.set(applicant.number, reference);
}

/** Saves steps as the applicant answers them. */
async function save(
  on: CohortOnStage,
  applicant: DemoApplicant,
  steps: readonly AnswerStep[],
  pace: number,
): Promise<void> {
  const person = await on.stage.signIn(applicant);
  const reference = on.reference(applicant.number);
  for (const step of steps) {
    await on.stage.pass(pace);
    const input = stepOf(reference, step, applicant.answers);
    must(await saveStep(on.stage.platform, person, input), `${step} of ${applicant.name}`);
  }
}

function stepOf(reference: string, step: AnswerStep, all: Answers): StepToSave {
  const answers = all[sectionOf[step]];
  // Which section belongs to which step is `sectionOf`'s to say; TypeScript cannot follow it here.
  return { reference, step, answers, mustBeComplete: true } as StepToSave;
}

async function attach(on: CohortOnStage, applicant: DemoApplicant, pace: number): Promise<void> {
  const { stage } = on;
  for (const { documents, title } of applicant.documents) {
    await stage.pass(pace);
    const filename = `${title.toLowerCase().replaceAll(' ', '-')}.pdf`;
    const file = await stage.receive(filename, await demoPdf(title, applicant.name));
    must(
      await attachDocument(stage.platform, await stage.signIn(applicant), {
        reference: on.reference(applicant.number),
        documents,
        file,
      }),
      `document of ${applicant.name}`,
    );
  }
}

async function send(on: CohortOnStage, applicant: DemoApplicant): Promise<void> {
  const person = await on.stage.signIn(applicant);
  const reference = on.reference(applicant.number);
  must(
    await submitApplication(on.stage.platform, person, { reference }),
    `application of ${applicant.name}`,
  );
}

const afterthought: Localized = {
  nb: 'Jeg glemte å skrive at jeg har holdt internundervisning om dette.',
  nn: 'Eg gløymde å skrive at eg har halde internundervisning om dette.',
  en: 'I forgot to write that I have taught my colleagues about this.',
};

/** Somebody remembers one more thing before the deadline. */
async function change(on: CohortOnStage, applicant: DemoApplicant): Promise<void> {
  const { stage } = on;
  const motivation = applicant.answers.motivation?.motivation ?? '';
  must(
    await saveStep(stage.platform, await stage.signIn(applicant), {
      reference: on.reference(applicant.number),
      step: 'motivation',
      answers: {
        motivation: `${motivation}\n\n${afterthought[applicant.locale]}`,
      },
      mustBeComplete: true,
    }),
    `change by ${applicant.name}`,
  );
}
