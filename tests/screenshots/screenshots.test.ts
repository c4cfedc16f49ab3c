import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Cohort, Offer, User } from '@/prisma/generated/client';
import { startServer, type TestServer } from '../harness/server';
import { visit, type Visit } from '../journeys/visit';

/**
 * Takes a picture of every page of the demo, at two widths and in both themes, and those that the README
 * shows. Not a test of anything but that each page is there: `npm run screenshots`.
 */
const everyPage = join('.data', 'screenshots');
const readme = join('tests', 'screenshots');

const looks = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** Name, path, and whether the README shows it (in which look). */
type Shot = readonly [
  name: string,
  path: string,
  inReadme?: `${number}-${'light' | 'dark'}` | undefined,
];

let server: TestServer;
let assessing: Cohort;
let admitting: Cohort;
let offered: Offer & { application: { reference: string; applicant: User } };
let submitted: { reference: string; applicant: User };
let draft: { reference: string; applicant: User };

beforeAll(async () => {
  server = await startServer({ demo: true });
  const { db } = server.platform;
  assessing = await db.cohort.findFirstOrThrow({ where: { state: 'assessing' } });
  admitting = await db.cohort.findFirstOrThrow({ where: { state: 'admitting' } });
  offered = await db.offer.findFirstOrThrow({
    where: { cohortId: admitting.id, state: 'open' },
    include: { application: { include: { applicant: true } } },
  });
  submitted = await db.application
    .findFirstOrThrow({
      where: { cohortId: assessing.id, state: 'submitted', categoryNumber: 4 },
      include: { applicant: true },
    })
    .catch(() =>
      db.application.findFirstOrThrow({
        where: { cohortId: assessing.id, state: 'submitted' },
        include: { applicant: true },
      }),
    );
  draft = await db.application.findFirstOrThrow({
    where: { state: 'draft', cohort: { state: 'open' } },
    include: { applicant: true },
  });
}, 300_000);

async function shoot(me: Visit, look: (typeof looks)[number], shots: readonly Shot[]) {
  const { width, colorScheme } = look;
  await me.page.setViewportSize({ width, height: 900 });
  await me.page.emulateMedia({ colorScheme });
  mkdirSync(everyPage, { recursive: true });
  for (const [name, path, inReadme] of shots) {
    await me.open(path);
    const file = `${name}-${width}-${colorScheme}.png`;
    await me.page.screenshot({ path: join(everyPage, file), fullPage: true });
    const wide = await me.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([path, width, Math.max(0, wide)]).toEqual([path, width, 0]);
    if (inReadme === `${width}-${colorScheme}`) {
      await me.page.screenshot({ path: join(readme, file) });
    }
  }
}

async function shootAll(me: Visit, shots: readonly Shot[]) {
  for (const look of looks) await shoot(me, look, shots);
}

test('as a visitor', async () => {
  await shootAll(await visit(server), [
    ['home', '/nb'],
    ['programme', '/nb/programmes/bet-recovery', '390-light'],
    ['programme-nn', '/nn/programmes/bet-recovery'],
    ['programme-closed', '/nb/programmes/bet-recovery/2024-2025'],
    ['sign-in', '/nb/sign-in'],
    ['privacy', '/nb/privacy'],
    ['accessibility', '/nb/accessibility'],
    ['no-such-page', '/nb/nothing'],
    ['mailbox', '/dev/mailbox'],
  ]);
});

test('as an applicant in the middle of an application', async () => {
  const me = await visit(server);
  await me.signIn(draft.applicant.email);
  const own = `/nb/applications/${draft.reference}`;
  await shootAll(me, [
    ['applications', '/nb/applications'],
    ['draft', own],
    ...[
      'about-you',
      'category',
      'workplace',
      'motivation',
      'conditions',
      'documents',
      'summary',
    ].map((step): Shot => [step, `${own}/${step}`, step === 'category' ? '390-light' : undefined]),
  ] as Shot[]);
});

test('as an applicant who waits', async () => {
  const me = await visit(server);
  await me.signIn(submitted.applicant.email);
  await shootAll(me, [
    ['my-application', `/nb/applications/${submitted.reference}`],
    ['receipt', `/nb/applications/${submitted.reference}/receipt`],
  ]);
});

test('as an applicant with an offer', async () => {
  const me = await visit(server);
  await me.signIn(offered.application.applicant.email);
  await shootAll(me, [
    ['my-offer', `/nb/applications/${offered.application.reference}`],
    ['slip', `/nb/offers/${offered.application.reference}`],
  ]);
});

test('as an officer', async () => {
  const me = await visit(server);
  await me.signIn('officer@opptak.example');
  await shootAll(me, [
    ['staff', '/nb/staff'],
    ['staff-applications', `/nb/staff/cohorts/${assessing.id}`],
    ['staff-application', `/nb/staff/applications/${submitted.reference}`],
    ['ranking', `/nb/staff/cohorts/${assessing.id}/ranking`, '1280-light'],
    ['ranking-locked', `/nb/staff/cohorts/${admitting.id}/ranking`],
    ['release', `/nb/staff/cohorts/${admitting.id}/release`],
    ['enrollments', `/nb/staff/cohorts/${admitting.id}/enrollments`],
  ]);
});
