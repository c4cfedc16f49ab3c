import type { Person, Role } from '@/lib/kernel/actor';
import { asId, type CohortId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import type { Refusal, Result } from '@/lib/kernel/result';
import { localDate } from '@/lib/kernel/time';
import { readCohort } from '@/lib/programme/store';
import { newId } from '@/lib/platform/ids';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import type { Outcome } from '@/lib/assessment/rules/conclusion';
import type { CohortPlan } from '@/lib/programme/rules/cohort-plan';
import { createCohort } from '@/lib/programme/use-cases/create-cohort';
import { createProgramme } from '@/lib/programme/use-cases/create-programme';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';
import type { FixedClock } from '@/lib/platform/clock';
import type { Platform } from '@/lib/platform/context';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { planOf } from '../programme/plan';

/** A platform whose clock stands where a test puts it. */
export type StagePlatform = Platform & { readonly clock: FixedClock };

/** Moments of the cohort of 2027: its deadline is 31 May, answers are due on 31 July. */
export const moments = {
  open: new Date('2027-03-01T09:00:00Z'),
  lastMoment: new Date('2027-05-31T21:59:59.999Z'),
  afterDeadline: new Date('2027-06-10T08:00:00Z'),
  lastAnswer: new Date('2027-07-31T21:59:59.999Z'),
  afterAnswers: new Date('2027-07-31T22:00:00.000Z'),
} as const;

/** The value of an act that a test counts on. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** What an act was refused for; undefined when it was done. */
export function refusalOf(result: Result<unknown>): Refusal | undefined {
  return result.ok ? undefined : result.refusal;
}

export async function person(
  platform: StagePlatform,
  name: string,
  { roles = [], locale = 'nb' }: { roles?: readonly Role[]; locale?: Locale } = {},
): Promise<Person> {
  const userId = newId<'User'>();
  const email = `${userId}@opptak.example`;
  await platform.db.user.create({
    data: { id: userId, email, name, locale, createdAt: await platform.clock.now() },
  });
  return { kind: 'person', userId, email, name, locale, roles };
}

const system = { kind: 'system', job: 'test' } as const;

/** The programme with one open cohort; the clock is put at its opening weeks. */
export async function openCohort(
  platform: StagePlatform,
  given: Partial<CohortPlan> = {},
): Promise<CohortId> {
  platform.clock.set(moments.open);
  await createProgramme(platform, system, recoveryProgramme);
  const { cohortId } = done(
    await createCohort(platform, system, {
      programmeSlug: 'bet-recovery',
      plan: planOf(2027, { capacity: 7, minimumParticipants: 1, ...given }),
    }),
  );
  done(await moveCohortState(platform, system, { cohortId, to: 'open' }));
  return cohortId;
}

/** A cohort that takes applications, and who decides in it. */
export interface OpenAdmission {
  readonly platform: TestPlatform;
  readonly cohortId: CohortId;
  readonly officer: Person;
}

/** A platform of the calling file's own with one open cohort and its officer: call it in `beforeAll`. */
export async function openAdmission({
  connections,
  ...plan
}: Partial<CohortPlan> & { readonly connections?: number } = {}): Promise<OpenAdmission> {
  const platform = await testPlatform({
    now: moments.open,
    ...(connections === undefined ? {} : { connections }),
  });
  const cohortId = await openCohort(platform, plan);
  const officer = await person(platform, 'Ola Opptak', { roles: ['officer'] });
  return { platform, cohortId, officer };
}

export interface Applied {
  readonly applicant: Person;
  readonly reference: string;
  readonly unit: string;
}

/** A nurse applies, a minute after whoever came before. */
export async function applies(
  platform: StagePlatform,
  cohortId: CohortId,
  name: string,
  { locale = 'nb', unit = `Post ${name}` }: { locale?: Locale; unit?: string } = {},
): Promise<Applied> {
  platform.clock.advance(60_000);
  const cohort = await readCohort(platform.db, cohortId);
  if (cohort === null) throw new Error('No such cohort.');
  const applicant = await person(platform, name, { locale });
  const { reference } = done(
    await startApplication(platform, applicant, {
      programmeSlug: cohort.programme.slug,
      cohortSlug: cohort.slug,
    }),
  );
  const steps: readonly StepToSave[] = [
    {
      reference,
      mustBeComplete: true,
      step: 'about-you',
      answers: { name, phone: '90000000', preferredLanguage: locale },
    },
    {
      reference,
      mustBeComplete: true,
      step: 'category',
      answers: {
        categoryNumber: 2,
        profession: 'Sykepleier',
        education: 'Bachelor i sykepleie, 2012',
        relevantExperience: 'Ti år i døgnpost',
        authorisationNumber: '',
        workPeriods: [],
        courses: [],
      },
    },
    {
      reference,
      mustBeComplete: true,
      step: 'workplace',
      answers: {
        employer: 'Demo helseforetak',
        organisationNumber: '974760673',
        unit,
        managerName: 'Leder Ledersen',
        managerEmail: '',
        managerSupports: 'yes',
        worksWithKyr: 'no',
        howKyr: '',
        howLearningUsed: 'I miljøarbeidet hver dag',
      },
    },
    {
      reference,
      mustBeComplete: true,
      step: 'motivation',
      answers: { motivation: 'Jeg vil bruke mindre tvang.' },
    },
    {
      reference,
      mustBeComplete: true,
      step: 'conditions',
      answers: { readsEnglish: true, rolePlay: true, videoRecording: true },
    },
  ];
  for (const step of steps) done(await saveStep(platform, applicant, step));
  done(await submitApplication(platform, applicant, { reference }));
  return { applicant, reference, unit };
}

/** Staff verify that the applicant's workplace has been anchored since 2019. */
export async function anchors(
  platform: StagePlatform,
  officer: Person,
  applied: Applied,
): Promise<void> {
  const application = await platform.db.application.findUniqueOrThrow({
    where: { reference: applied.reference },
  });
  if (application.workplaceId === null) throw new Error('No workplace.');
  done(
    await verifyAnchoring(platform, officer, {
      workplaceId: asId(application.workplaceId),
      from: localDate('2019-01-01'),
      to: null,
      evidence: 'Sett handlingsplanen, snakket med leder.',
    }),
  );
}

export async function concludes(
  platform: StagePlatform,
  officer: Person,
  applied: Pick<Applied, 'reference'>,
  outcome: Outcome = 'qualified',
): Promise<void> {
  const reason =
    outcome === 'qualified' ? 'Oppfyller alle kravene.' : 'Oppfyller ikke kravet om utdanning.';
  done(
    await concludeApplication(platform, officer, {
      reference: applied.reference,
      outcome,
      reason,
    }),
  );
}
