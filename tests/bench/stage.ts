import pg from 'pg';
import { nextCohortDates } from '@/lib/programme/rules/cohort-dates';
import { createCohort } from '@/lib/programme/use-cases/create-cohort';
import { createProgramme } from '@/lib/programme/use-cases/create-programme';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import type { Answers } from '@/lib/application/rules/answers';
import { answerSteps, sectionOf } from '@/lib/application/rules/steps';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { startApplication } from '@/lib/application/use-cases/start-application';
import type { Person } from '@/lib/kernel/actor';
import { kroner } from '@/lib/kernel/money';
import type { Result } from '@/lib/kernel/result';
import { localDateOf } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { fyrhuset, recoveryProgramme } from '@/prisma/demo/recovery-programme';
import type { LoadApplicant } from './load/messages';
import { prose } from './load/typed';

const system = { kind: 'system', job: 'bench' } as const;
const zone = 'Europe/Oslo';
const cohortOfBench = { programmeSlug: recoveryProgramme.slug, cohortSlug: 'bench' } as const;

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** A cohort that takes applications today. */
export async function openCohort(platform: Platform): Promise<string> {
  const today = localDateOf(new Date(), zone);
  done(await createProgramme(platform, system, recoveryProgramme));
  const { cohortId } = done(
    await createCohort(platform, system, {
      programmeSlug: recoveryProgramme.slug,
      plan: {
        ...nextCohortDates(today),
        slug: cohortOfBench.cohortSlug,
        name: 'Bench',
        zone,
        capacity: 30,
        minimumParticipants: 1,
        ordinaryPrice: kroner(26_000),
        earlyBirdPrice: kroner(20_000),
        earlyBirdPlaces: 5,
        rankingCriteria: ['priority-workplace', 'arrival'],
        place: fyrhuset,
      },
    }),
  );
  done(await moveCohortState(platform, system, { cohortId, to: 'open' }));
  return cohortId;
}

/** The complete answers of a nurse, as long as people write them. */
function answersOf(number: number): Answers {
  return {
    aboutYou: { name: `Kari Eksempel ${number}`, phone: '90000000', preferredLanguage: 'nb' },
    category: {
      categoryNumber: 2,
      profession: 'Sykepleier',
      education: 'Bachelor i sykepleie, Universitetet i Tromsø, 2012',
      relevantExperience: prose(900),
      authorisationNumber: '1234567',
      workPeriods: [],
      courses: [],
    },
    workplace: {
      employer: 'Fjordby helseforetak',
      organisationNumber: '974760673',
      unit: `DPS Nord, post ${number}`,
      managerName: 'Ola Eksempel',
      managerEmail: 'ola@fjordby.example',
      managerSupports: 'yes',
      worksWithKyr: 'partly',
      howKyr: prose(700),
      howLearningUsed: prose(800),
    },
    motivation: { motivation: prose(2_400 + number) },
    conditions: { readsEnglish: true, rolePlay: true, videoRecording: true },
  };
}

const models = 8;

/** Drafts with every step filled in, through the use cases: what the others are copied from. */
async function fillIn(platform: Platform, number: number): Promise<string> {
  const userId = newId<'User'>();
  const email = `model-${number}@opptak.example`;
  await platform.db.user.create({
    data: { id: userId, email, locale: 'nb', createdAt: new Date() },
  });
  const applicant: Person = {
    kind: 'person',
    userId,
    email,
    name: null,
    locale: 'nb',
    roles: [],
  };
  const { reference } = done(await startApplication(platform, applicant, cohortOfBench));
  const answers = answersOf(number);
  for (const step of answerSteps) {
    const toSave = { reference, step, answers: answers[sectionOf[step]], mustBeComplete: true };
    done(await saveStep(platform, applicant, toSave as StepToSave));
  }
  return reference;
}

/**
 * Applicants who are signed in and have a complete draft each. Some are made through the use cases, and
 * copied by SQL as often as it takes.
 */
export async function applicantsWithDrafts(
  platform: Platform,
  connectionString: string,
  count: number,
): Promise<LoadApplicant[]> {
  const made = await Promise.all(Array.from({ length: models }, (_, at) => fillIn(platform, at)));
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(
      `with copied as (
         select at, uuidv7() as user_id, 'bench-' || at || '@opptak.example' as email
         from generate_series(1, $1::int) at
       ), accounts as (
         insert into user_account (id, email, locale, created_at)
         select user_id, email, 'nb', now() from copied
       ), sessions as (
         insert into sign_in_session (id, token_hash, user_id, created_at, last_seen_at, expires_at)
         select uuidv7(), encode(sha256(convert_to('bench-session-' || at, 'UTF8')), 'hex'), user_id,
           now(), now(), now() + interval '30 days'
         from copied
       )
       insert into application (id, reference, cohort_id, applicant_id, state, answers, applicant_name,
         category_number, created_at, updated_at)
       select uuidv7(), 'BNCH-0000-' || lpad(at::text, 4, '0'), a.cohort_id, c.user_id, 'draft', a.answers,
         a.applicant_name, a.category_number, now(), now()
       from copied c
       join application a on a.reference = ($2::text[])[1 + c.at % $3]`,
      [count, made, models],
    );
    // What an installation has that has not been made this minute.
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  return Array.from({ length: count }, (_, at) => ({
    reference: `BNCH-0000-${String(at + 1).padStart(4, '0')}`,
    cookie: `opptak.session=bench-session-${at + 1}`,
  }));
}
