import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import type { CohortId } from '@/lib/kernel/ids';
import { applies, done, person } from '../admission/stage';
import { asks } from '../application/asking';
import { startServer, type TestServer } from '../harness/server';
import { startsFromProgramme } from './applying';
import { shiftTo } from '../harness/shift-to';
import { before, cohortPlace, days, hasOfferedPlaces, hasOpenCohort } from './stage';
import { visit, type Visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  cohortId = await hasOpenCohort(server);
});

/** How much more than the framework's own script a page of applicants may send. */
const mostOver = 0.05;
/** What somebody is asked for is answered on one page that has both files and a long answer that saves itself. */
const mostOverWhereAllIsAsked = 0.07;

test('applicants’ pages send no script to speak of beyond the framework’s own', async () => {
  const me = await visit(server);
  const reference = await startsFromProgramme(me, 'vekt@demo.example');
  const own = `/nb/applications/${reference}`;
  const steps = ['about-you', 'category', 'workplace', 'motivation', 'conditions', 'documents'];
  const bare = await weigh(me, '/dev/bare');
  const weights = [{ path: '/dev/bare', ...bare }];
  for (const path of [
    '/nb',
    `/nb/programmes/${cohortPlace}`,
    `/nb/apply/${cohortPlace}`,
    '/nb/sign-in',
    '/nb/applications',
    own,
    ...[...steps, 'summary', 'withdraw'].map((step) => `${own}/${step}`),
    '/nb/privacy',
    '/nb/accessibility',
    '/nb/no-such-page',
  ]) {
    weights.push({ path, ...(await weigh(me, path)) });
  }
  const past = before(server);
  const officer = await person(past, 'Ola Opptak', { roles: ['officer'] });
  const other = await visit(server);
  const { applicant, reference: accepted } = await applies(past, cohortId, 'Vera Vekt');
  done(await asks({ platform: past, officer }, { reference: accepted }, { asks: 'document' }));
  const request = `/nb/applications/${accepted}/requests/1`;
  await other.open(request);
  await other.signIn(applicant.email);
  weights.push({ path: request, ...(await weigh(other, request)) });
  const takenBack = { reference: accepted, number: 1, reason: 'Det er kommet.' };
  done(await withdrawInformationRequest(past, officer, takenBack));
  await hasOfferedPlaces(server, cohortId, [accepted]);
  for (const path of [`/nb/offers/${accepted}`, `/nb/applications/${accepted}`]) {
    weights.push({ path, ...(await weigh(other, path)) });
  }
  const over = ({ bytes }: { bytes: number }) => bytes / bare.bytes - 1;
  console.log(
    ['Script by gzip, and how much over the bare page:']
      .concat(
        weights.map(
          (weight) =>
            `  ${String(weight.bytes).padStart(7)} bytes in ${weight.files} files, ${(100 * over(weight)).toFixed(1)} %: ${weight.path}`,
        ),
      )
      .join('\n'),
  );
  expect(bare.bytes).toBeGreaterThan(50_000);
  const most = (path: string) => (path === request ? mostOverWhereAllIsAsked : mostOver);
  expect(weights.filter((weight) => over(weight) > most(weight.path))).toEqual([]);
});

/**
 * Every script that the page's HTML names, in a tag or in the data for the framework, and every one
 * that the browser then fetches.
 */
async function weigh(me: Visit, path: string): Promise<{ bytes: number; files: number }> {
  const scripts = new Set<string>();
  const note = (request: { resourceType(): string; url(): string }) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  };
  me.page.on('request', note);
  const response = await me.page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  me.page.off('request', note);
  const html = (await response?.text()) ?? '';
  for (const [file] of html.matchAll(/(?<=["'])\/[\w./~%-]+\.js(?=["'\\?])/g)) scripts.add(file);
  for (const [file] of html.matchAll(/(?<=\\")static\/[\w./~%-]+\.js(?=\\")/g)) {
    scripts.add(`/_next/${file}`);
  }
  let bytes = 0;
  for (const script of scripts) {
    const body = await fetch(`${server.url}${script}`);
    expect([script, body.status]).toEqual([script, 200]);
    bytes += gzipSync(await body.bytes()).length;
  }
  return { bytes, files: scripts.size };
}
