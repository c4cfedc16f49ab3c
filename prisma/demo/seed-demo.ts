import { roles, type Person, type Role } from '@/lib/kernel/actor';
import { addDays, localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import { recordLapses } from '@/lib/admission/use-cases/record-lapses';
import type { Platform } from '@/lib/platform/context';
import type { Mailer } from '@/lib/platform/mailer';
import { createProgramme } from '@/lib/programme/use-cases/create-programme';
import { grantRole } from '@/lib/staff/use-cases/grant-role';
import { addOnProgramme } from './add-on-programme';
import { planAdmission, planConclusions, planOverride, type DemoConclusion } from './admitting';
import type { Answer } from './answering';
import { planApplications, type Path } from './applying';
import { planRequests } from './asking';
import { CohortOnStage, type DemoOffice } from './cohort-on-stage';
import { demoCohorts, type DemoCohort } from './cohorts';
import { planExtension, planRegistration } from './other-ways';
import { demoStaff } from './people';
import { recoveryProgramme } from './recovery-programme';
import { director, must, Stage } from './stage';

/** Thrown when there is something in the database already: the demo never mixes with it. */
export class DatabaseNotEmpty extends Error {
  override readonly name = 'DatabaseNotEmpty';
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * Makes the demo in an empty database, through the use cases: the completed 2024–2025 cohort, the next
 * one open, and the add-on year in the middle of its admission. The same every time, but for the dates,
 * which are counted from `now`.
 *
 * @throws DatabaseNotEmpty
 */
export async function seedDemo(platform: Platform, mailer: Mailer, now: Instant): Promise<void> {
  await refuseUnlessEmpty(platform);
  const stage = new Stage(platform, mailer, now);
  let office: DemoOffice | null = null;
  stage.plan(new Date('2023-11-06T09:00:00Z'), async () => {
    office = await hireStaff(stage);
    must(await createProgramme(stage.platform, office.admin, recoveryProgramme), 'programme');
    must(await createProgramme(stage.platform, office.admin, addOnProgramme), 'add-on year');
  });
  const cohorts = demoCohorts(localDateOf(now, 'Europe/Oslo'));
  const onStage = (cohort: DemoCohort) =>
    new CohortOnStage(
      stage,
      () => {
        if (office === null) throw new Error('The staff are hired first.');
        return office;
      },
      cohort,
    );
  planCompleted(onStage(cohorts.completed), now);
  planOpen(onStage(cohorts.open), now);
  planAssessing(onStage(cohorts.assessing), now);
  planAdmitting(onStage(cohorts.admitting), now);
  await stage.play();
}

async function refuseUnlessEmpty({ db }: Platform): Promise<void> {
  const [people, programmes] = await Promise.all([db.user.count(), db.programme.count()]);
  if (people + programmes > 0) {
    throw new DatabaseNotEmpty(
      'The database is not empty. The demo is made in an empty one only: npm run demo:reset makes it anew.',
    );
  }
}

/** Gives the demo's staff their roles, and answers the two who act. */
export async function hireStaff(stage: Stage): Promise<DemoOffice> {
  const hired = new Map<Role, Person>();
  for (const { role, email, name } of demoStaff) {
    const { userId } = must(await grantRole(stage.platform, director, { email, name, role }), role);
    hired.set(role, { kind: 'person', userId, email, name, locale: 'nb', roles: [role] });
  }
  const [admin, officer] = [hired.get('admin'), hired.get('officer')];
  if (admin === undefined || officer === undefined || hired.size !== roles.length) {
    throw new Error('The demo has staff of every role.');
  }
  return { admin, officer };
}

/** `first` to `last`, each with what `special` says of them, or else `usual`. */
function each<T>(
  numbers: readonly number[],
  usual: T,
  special: Readonly<Record<number, T>> = {},
): (readonly [number, T])[] {
  return numbers.map((number) => [number, special[number] ?? usual] as const);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** 2024–2025: applied, ranked, enrolled and completed, each in its own time. */
function planCompleted(on: CohortOnStage, now: Instant): void {
  const { plan } = on.cohort;
  const everybody = range(1, 24);
  on.planOpening();
  const paths = each<Path>(everybody, 'sends', {
    6: 'sends and withdraws',
    11: 'sends and changes',
    24: 'keeps a draft',
  });
  planApplications(on, paths, now);
  on.planAssessment();
  const concluded = everybody.filter((number) => number !== 6 && number !== 24);
  const conclusions = each<DemoConclusion[1]>(concluded, 'qualified', {
    13: 'not-qualified',
    21: 'not-qualified',
  });
  const day = (days: number) => addDays(plan.applicationDeadline, days);
  planConclusions(on, on.at(day(3), '09:00'), 7 * hour, conclusions);
  planOverride(on, on.at(day(16), '13:10'), 15, 4);
  const answers = range(0, 19).map((at): Answer => {
    if (at === 8) return { does: 'declines', afterHours: 60 };
    if (at === 14) return { does: 'waits' };
    const payer = at % 4 === 3 ? 'applicant' : 'employer';
    return { does: 'signs', payer, afterHours: 2 + ((at * 7) % 20) * 26 };
  });
  planAdmission(on, { lock: on.at(day(17), '14:00'), release: on.at(day(18), '12:00') }, answers);
  on.stage.plan(on.at(addDays(plan.respondBy, 1), '01:05'), async () => {
    await recordLapses(on.stage.platform);
  });
  const days = plan.gatherings.flatMap((gathering) => gathering.sessions.map(({ date }) => date));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A cohort without gatherings.');
  on.planMove(on.at(first, '08:00'), 'running');
  on.planMove(on.at(addDays(last, 1), '12:00'), 'completed');
}

/** The next cohort: people are applying. */
function planOpen(on: CohortOnStage, now: Instant): void {
  on.planOpening();
  const paths = each<Path>([3, ...range(46, 58)], 'sends', {
    47: 'keeps a draft',
    50: 'sends and changes',
    52: 'keeps a draft',
    54: 'sends and withdraws',
    55: 'keeps a draft',
    58: 'keeps a draft',
  });
  planApplications(on, paths, now);
  planRegistration(on, 59, now);
  planExtension(on, 52, now);
}

/**
 * The add-on year in Tromsø: three applications wait for their conclusion, one of them for what its
 * applicant was asked for; then it can be locked.
 */
function planAssessing(on: CohortOnStage, now: Instant): void {
  const everybody = [2, 5, 9, ...range(35, 45)];
  on.planOpening();
  const paths = each<Path>(everybody, 'sends', {
    36: 'sends and changes',
    41: 'sends and withdraws',
  });
  planApplications(on, paths, now);
  on.planAssessment();
  const waiting = [38, 43, 44];
  const concluded = everybody.filter((number) => number !== 41 && !waiting.includes(number));
  const from = on.at(addDays(on.cohort.plan.applicationDeadline, 4), '09:30');
  const conclusions = each<DemoConclusion[1]>(concluded, 'qualified', { 40: 'not-qualified' });
  planConclusions(on, from, 26 * hour, conclusions);
  planRequests(on);
}

/** The add-on year in Drammen: offers are out, four have signed, one early-bird place is left. */
function planAdmitting(on: CohortOnStage, now: Instant): void {
  const everybody = [1, 4, 7, ...range(25, 34)];
  on.planOpening();
  const paths = each<Path>(everybody, 'sends', { 30: 'sends and withdraws' });
  planApplications(on, paths, now);
  on.planAssessment();
  const concluded = everybody.filter((number) => number !== 30);
  const conclusions = each<DemoConclusion[1]>(concluded, 'qualified', { 33: 'not-qualified' });
  const deadline = on.cohort.plan.applicationDeadline;
  planConclusions(on, on.at(addDays(deadline, 3), '09:00'), 30 * hour, conclusions);
  const release: LocalDate = addDays(deadline, 34);
  planAdmission(
    on,
    { lock: on.at(addDays(release, -1), '14:30'), release: on.at(release, '12:00') },
    [
      { does: 'signs', payer: 'employer', afterHours: 3 },
      { does: 'waits' },
      { does: 'signs', payer: 'applicant', afterHours: 27 },
      { does: 'declines', afterHours: 50 },
      { does: 'signs', payer: 'employer', afterHours: 71 },
      { does: 'waits' },
      { does: 'signs', payer: 'employer', afterHours: 120 },
      { does: 'waits' },
    ],
  );
}
