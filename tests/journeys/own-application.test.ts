import { beforeAll, expect, test } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import {
  applies,
  concludes,
  done,
  moments,
  person,
  type Applied,
  type StagePlatform,
} from '../admission/stage';
import { startServer, type TestServer } from '../harness/server';
import { isRefused } from './refused';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort, hasStaff } from './stage';
import { arriving, plain, visit, type Visit } from './visit';

let server: TestServer;
let past: StagePlatform;
let cohortId: CohortId;
let colleague: Person;
let anne: Applied;
/** Who is both: she applied, and is an officer. */
let oline: Applied;

const moveReason = 'Dokumentert erfaring som ikke kom med.';
const forColleagues = 'Du har selv søkt på dette kullet';
const place = (page: string) => `/nb/staff/cohorts/${cohortId}${page}`;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.afterDeadline) });
  cohortId = await hasOpenCohort(server);
  past = before(server);
  colleague = await person(past, 'Ola Opptak', { roles: ['officer'] });
  anne = await applies(past, cohortId, 'Anne Tidlig');
  oline = await applies(past, cohortId, 'Oline Opptak');
  await hasStaff(server, 'officer', oline.applicant.email, 'Oline Opptak');
  past.clock.set(moments.afterDeadline);
  for (const applied of [anne, oline]) await concludes(past, colleague, applied);
  done(
    await overrideRanking(past, colleague, {
      cohortId,
      reference: oline.reference,
      toPosition: 1,
      reason: moveReason,
    }),
  );
});

const patience = { timeout: 120_000 };

test(
  'an officer who has applied learns of her own case what applicants do, until a colleague sends the answers',
  patience,
  async () => {
    const me = await visit(server);
    await me.open('/nb/staff');
    await me.signIn(oline.applicant.email);
    expect(me.path()).toBe('/nb/staff');
    expect(await me.words()).toMatch(/Å gjøre nå Du har .*søkt.* kollega/);

    await learnsNothing(me);
    await isTurnedAway(me, ['override', 'withdraw-override', 'lock', 'release']);
    done(await lockRanking(past, colleague, { cohortId }));
    await learnsNothing(me);
    await isTurnedAway(me, ['release']);
    expect(await server.platform.db.release.count()).toBe(0);
    await readsAsApplicant(me, 'Vi vurderer søknaden din');

    done(await releaseAdmission(past, colleague, { cohortId }));
    await learnsAll(me);
  },
);

/** The words of the row of the staff's table in which a name stands. */
async function rowOf(me: Visit, name: string): Promise<string> {
  return plain(await me.page.getByRole('row').filter({ hasText: name }).innerText());
}

/** The table, the ranking, the letters and her own case: none of them tells her where she stands. */
async function learnsNothing(me: Visit): Promise<void> {
  await me.open(place(''));
  expect(await rowOf(me, 'Anne Tidlig')).toContain('Kvalifisert');
  const own = await rowOf(me, 'Oline Opptak');
  expect(own).toContain('Din egen søknad');
  expect(own).toContain('Til vurdering');
  expect(own).not.toContain('Kvalifisert');
  await me.open(place('?state=qualified'));
  expect(await me.words()).toContain('Anne Tidlig');
  expect(await me.page.getByRole('row').filter({ hasText: 'Oline Opptak' }).count()).toBe(0);

  for (const page of ['/ranking', '/release']) {
    await me.open(place(page));
    await isForColleagues(me);
  }

  await me.open(`/nb/staff/applications/${oline.reference}`);
  const words = await me.words();
  expect(words).toContain('Dette er din egen søknad');
  for (const secret of ['Ola Opptak', 'Oppfyller alle kravene', moveReason, 'Kvalifisert']) {
    expect(words).not.toContain(secret);
  }
  expect(await me.page.getByRole('button', { name: 'Lagre konklusjonen' }).count()).toBe(0);
}

/** In the place of the page stands why; nobody's name, and nothing to press or to fill in. */
async function isForColleagues(me: Visit): Promise<void> {
  const words = await me.words();
  expect(words).toContain(forColleagues);
  expect(words).not.toMatch(/Anne Tidlig|Oline Opptak/);
  const main = me.page.getByRole('main');
  for (const role of ['table', 'button', 'checkbox'] as const) {
    expect(await main.getByRole(role).count()).toBe(0);
  }
}

/** What the pages would send if they had their forms: everything is filled in and ticked. */
function fieldsOf(form: string): Readonly<Record<string, string>> {
  switch (form) {
    case 'override':
      return { reference: anne.reference, toPosition: '1', reason: moveReason };
    case 'withdraw-override':
      return { reference: oline.reference };
    default:
      return { confirm: 'yes', fingerprint: 'x'.repeat(64) };
  }
}

/** Her browser sends forms that no page shows her: it is told in words, and nothing has been done. */
async function isTurnedAway(me: Visit, forms: readonly string[]): Promise<void> {
  const recorded = () => server.platform.db.auditEvent.count({ where: { cohortId } });
  const before = await recorded();
  for (const form of forms) {
    const page = form === 'release' ? '/release' : '/ranking';
    await me.open(place(page));
    const answered = me.page.waitForResponse((response) => response.request().method() === 'POST');
    await arriving(me.page, () => sendsByHand(me, `/api${place('')}/${form}`, fieldsOf(form)));
    expect((await answered).status()).toBe(303);
    expect(me.path()).toBe(place(page));
    await isRefused(me, [`${forColleagues}, så en kollega må gjøre dette.`]);
    await isForColleagues(me);
  }
  expect(await recorded()).toBe(before);
}

async function sendsByHand(
  me: Visit,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await me.page.evaluate(
    ([action, typed]) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = action;
      for (const [name, value] of Object.entries(typed)) {
        const field = document.createElement('input');
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    },
    [path, fields] as const,
  );
}

async function readsAsApplicant(me: Visit, words: string): Promise<void> {
  await me.open(`/nb/applications/${oline.reference}`);
  expect(await me.words()).toContain(words);
}

/** Her letter comes with everybody's, and the pages are hers like any officer's. */
async function learnsAll(me: Visit): Promise<void> {
  const to = oline.applicant.email;
  await me.mailbox.waitForLetter({ to, subject: 'Du har fått plass på' });
  await readsAsApplicant(me, 'Du har fått tilbud om plass');
  await me.open(place(''));
  expect(await rowOf(me, 'Oline Opptak')).toContain('Kvalifisert');
  await me.open(`/nb/staff/applications/${oline.reference}`);
  const words = await me.words();
  expect(words).toContain('Oppfyller alle kravene.');
  expect(words).toContain(moveReason);
  for (const page of ['/ranking', '/release']) {
    await me.open(place(page));
    expect(await rowOf(me, 'Oline Opptak')).toContain('Oline Opptak');
    expect(await me.words()).not.toContain(forColleagues);
  }
}
