import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerMoves } from '@/lib/admission/rules/offer-states';
import { searchWorkplaces } from '@/lib/application/queries/workplace-search';
import { applicationStates } from '@/lib/application/rules/states';
import { roles, type Person } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import { isOrganisationNumber } from '@/lib/kernel/organisation-number';
import { daysBetween, localDate } from '@/lib/kernel/time';
import { openMailSink } from '@/lib/platform/mail-sink';
import { smtpMailer, type Mailer } from '@/lib/platform/mailer';
import { listProgrammes } from '@/lib/programme/queries/list-programmes';
import { demoCohorts } from '@/prisma/demo/cohorts';
import { createProgramme } from '@/lib/programme/use-cases/create-programme';
import { planApplications } from '@/prisma/demo/applying';
import { CohortOnStage } from '@/prisma/demo/cohort-on-stage';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';
import { DatabaseNotEmpty, hireStaff, seedDemo } from '@/prisma/demo/seed-demo';
import { Stage } from '@/prisma/demo/stage';
import { demoWorkplaces } from '@/prisma/demo/workplaces';
import { testPlatform, type TestPlatform } from '../harness/platform';

const now = new Date('2026-11-22T08:00:00Z');

describe('the demo', () => {
  let platform: TestPlatform;
  let mailer: Mailer;
  const mail = mkdtempSync(join(tmpdir(), 'opptak-demo-mail-'));

  beforeAll(async () => {
    platform = await testPlatform({ now });
    const sink = await openMailSink(mail);
    mailer = smtpMailer(sink.url);
    await seedDemo(platform, mailer, now);
    return async () => {
      mailer.close();
      await sink.close();
    };
  }, 300_000);

  afterAll(() => {
    rmSync(mail, { recursive: true, force: true });
  });

  it('has some sixty applications, in every state', async () => {
    const states = await platform.db.application.groupBy({ by: ['state'], _count: true });
    expect(states.map(({ state }) => state).sort()).toEqual([...applicationStates].sort());
    const count = await platform.db.application.count();
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThanOrEqual(70);
  });

  it('has offers in every state that an offer can come to by itself', async () => {
    const states = await platform.db.offer.groupBy({ by: ['state'] });
    // `prepared` is over once it is released, and nothing revokes an offer but a cancelled cohort.
    const expected = Object.keys(offerMoves).filter(
      (state) => state !== 'prepared' && state !== 'revoked',
    );
    expect(states.map(({ state }) => state).sort()).toEqual(expected.sort());
  });

  it('has cohorts from open to completed, and refusals and waiting lists', async () => {
    const cohorts = await platform.db.cohort.findMany({ orderBy: { createdAt: 'asc' } });
    expect(cohorts.map(({ state }) => state).sort()).toEqual([
      'admitting',
      'assessing',
      'completed',
      'open',
    ]);
    const notices = await platform.db.admissionNotice.groupBy({ by: ['kind'] });
    expect(notices).toHaveLength(2);
  });

  it('gives the first five of each cohort the early-bird price, and nobody else', async () => {
    const enrollments = await platform.db.enrollment.findMany();
    expect(enrollments.length).toBeGreaterThan(16);
    for (const { ordinal, price, earlyBird } of enrollments) {
      expect(earlyBird).toBe(ordinal <= 5);
      expect(price).toBe(ordinal <= 5 ? 2_000_000 : 2_600_000);
    }
  });

  it('has an application that came by post before others, and somebody with a later deadline', async () => {
    const registered = await platform.db.auditEvent.findMany({
      where: { kind: 'application-registered' },
    });
    expect(registered).toHaveLength(1);
    const { receivedAt, arrivalNumber, cohortId } = await platform.db.application.findUniqueOrThrow(
      {
        where: { id: registered[0]?.subjectId ?? '' },
      },
    );
    const overtaken = await platform.db.application.count({
      where: {
        cohortId,
        receivedAt: { gt: receivedAt ?? now },
        arrivalNumber: { lt: arrivalNumber ?? 0 },
      },
    });
    expect(overtaken).toBeGreaterThan(0);
    expect(await platform.db.deadlineExtension.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  it('leaves a visitor an open offer, with one early-bird place left', async () => {
    const open = await platform.db.offer.findMany({
      where: { state: 'open' },
      include: { cohort: true },
    });
    expect(open.length).toBeGreaterThan(0);
    for (const { respondBy, cohort } of open) {
      expect(respondBy.getTime()).toBeGreaterThan(now.getTime());
      expect(cohort.earlyBirdPlaces - cohort.lastEnrollmentOrdinal).toBe(1);
    }
  });

  it('leaves an officer some applications to conclude before the ranking can be locked', async () => {
    const waiting = await platform.db.application.count({
      where: { state: 'submitted', cohort: { state: 'assessing' } },
    });
    expect(waiting).toBe(3);
    const locked = await platform.db.ranking.count({ where: { cohort: { state: 'assessing' } } });
    expect(locked).toBe(0);
  });

  it('has asked some for more: one still waits, one has answered, one has answered late', async () => {
    const requests = await platform.db.informationRequest.findMany({
      include: { documents: true },
      orderBy: [{ requestedAt: 'asc' }],
    });
    expect(requests.map(({ state }) => state).sort()).toEqual([
      'answered',
      'answered',
      'open',
      'withdrawn',
    ]);
    const late = requests.filter(
      ({ answeredAt, dueOn }) => answeredAt !== null && answeredAt > dueOn,
    );
    expect(late).toHaveLength(1);
    const open = requests.find(({ state }) => state === 'open');
    expect(open?.dueOn.getTime()).toBeGreaterThan(now.getTime());
    expect(requests.flatMap(({ documents }) => documents)).toHaveLength(1);
  });

  it('has priority for some and not for others, and an override that shows', async () => {
    const classes = await platform.db.rankingPosition.groupBy({
      by: ['rankingId', 'priorityClass'],
    });
    expect(classes).toHaveLength(4);
    expect(await platform.db.rankingOverride.count()).toBe(1);
  });

  it('happened before now, and its letters went out at their own times', async () => {
    const late = { gt: now };
    expect(await platform.db.auditEvent.count({ where: { at: late } })).toBe(0);
    expect(await platform.db.application.count({ where: { receivedAt: late } })).toBe(0);
    const letters = await platform.db.letter.findMany();
    expect(letters.length).toBeGreaterThan(150);
    expect(readdirSync(mail)).toHaveLength(letters.length);
    for (const { status, queuedAt, sentAt, sealedSecret } of letters) {
      expect(status).toBe('sent');
      expect(sealedSecret).toBeNull();
      expect(Math.abs((sentAt?.getTime() ?? 0) - queuedAt.getTime())).toBeLessThan(60_000);
    }
  });

  it('keeps the order of its history in the order of its records', async () => {
    const events = await platform.db.auditEvent.findMany({
      orderBy: { id: 'asc' },
      select: { at: true },
    });
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('leaves no letter in the queue for the first visitor to wait behind', async () => {
    const jobs = await platform.database.pool.query(
      `select 1 from pgboss.job where name = 'send-letter'`,
    );
    expect(jobs.rowCount).toBe(0);
  });

  it('has workplaces that somebody with a draft finds, some of them known to be anchored', async () => {
    const draft = await platform.db.application.findFirstOrThrow({
      where: { state: 'draft', cohort: { state: 'open' } },
      include: { applicant: true },
    });
    const { id, email } = draft.applicant;
    const actor: Person = {
      ...{ kind: 'person', userId: asId<'User'>(id), email, name: null, locale: 'nb' },
      roles: [],
    };
    const search = await searchWorkplaces(platform, actor, {
      reference: draft.reference,
      typed: 'demosyk',
    });
    const found = search.ok ? search.value.found : [];
    expect(found.filter(({ anchoredSince }) => anchoredSince !== null)).toMatchObject([
      { unit: demoWorkplaces.ward.unit },
      { unit: demoWorkplaces.psychosis.unit },
    ]);
    expect(found.some(({ anchoredSince }) => anchoredSince === null)).toBe(true);
  });

  it('has staff of every role, and nobody at a real address', async () => {
    const grants = await platform.db.roleGrant.groupBy({ by: ['role'] });
    expect(grants.map(({ role }) => role).sort()).toEqual([...roles].sort());
    const people = await platform.db.user.findMany();
    for (const { email } of people) expect(email).toMatch(/@(opptak|helsetrust)\.example$/);
    const letters = await platform.db.letter.findMany({ distinct: ['toAddress'] });
    for (const { toAddress } of letters) {
      expect(toAddress).toMatch(/@(opptak|helsetrust)\.example$/);
    }
  });

  it('shows two programmes to the public, one of them open', async () => {
    const listed = await listProgrammes(platform, null);
    expect(listed.map(({ slug, cohort }) => [slug, cohort?.window])).toEqual([
      ['bet-recovery', 'open'],
      ['bet-pabygging', 'closed'],
    ]);
  });

  it('is not made in a database that holds anything', async () => {
    const before = await platform.db.application.count();
    await expect(seedDemo(platform, mailer, now)).rejects.toThrow(DatabaseNotEmpty);
    expect(await platform.db.application.count()).toBe(before);
  });
});

describe('the demo, made five seconds after its window has opened', () => {
  const midnight = new Date('2027-05-31T22:00:05Z');

  it('has applications in that window too, in the order of their arrival, and none in the future', async () => {
    const platform = await testPlatform({ now: midnight });
    const sink = await openMailSink(mkdtempSync(join(tmpdir(), 'opptak-demo-mail-')));
    const mailer = smtpMailer(sink.url);
    const admin = { kind: 'system', job: 'test' } as const;
    await createProgramme(platform, admin, recoveryProgramme);
    const stage = new Stage(platform, mailer, midnight);
    const office = await hireStaff(stage);
    const on = new CohortOnStage(stage, () => office, demoCohorts(localDate('2027-06-01')).open);
    on.planOpening();
    const paths = ['sends', 'sends and changes', 'sends and withdraws', 'keeps a draft'] as const;
    planApplications(
      on,
      paths.map((path, at) => [60 + at, path] as const),
      midnight,
    );
    await stage.play();
    mailer.close();
    await sink.close();
    const arrived = await platform.db.application.findMany({
      where: { receivedAt: { not: null } },
      orderBy: { arrivalNumber: 'asc' },
    });
    const times = arrived.map(({ receivedAt }) => receivedAt?.getTime() ?? 0);
    expect(times).toHaveLength(3);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const time of times) expect(time).toBeLessThanOrEqual(midnight.getTime());
    const states = await platform.db.application.groupBy({ by: ['state'] });
    expect(states.map(({ state }) => state).sort()).toEqual(['draft', 'submitted', 'withdrawn']);
  }, 120_000);
});

describe('the material of the demo', () => {
  it.each(['2026-11-22', '2027-05-31', '2027-06-01', '2028-02-29', '2026-12-24'])(
    'made on %s has an open cohort, and an admission that can still be answered',
    (day) => {
      const today = localDate(day);
      const { completed, open, assessing, admitting } = demoCohorts(today);
      expect(completed.plan.slug).toBe('2024-2025');
      expect(open.plan.opensOn <= today && today <= open.plan.applicationDeadline).toBe(true);
      for (const { plan } of [assessing, admitting]) {
        expect(daysBetween(plan.applicationDeadline, today)).toBeGreaterThanOrEqual(14);
        expect(plan.respondBy > today).toBe(true);
      }
    },
  );

  it('has organisation numbers that hold together and that no organisation can have', () => {
    for (const { organisationNumber } of Object.values(demoWorkplaces)) {
      expect(isOrganisationNumber(organisationNumber)).toBe(true);
      // Enhetsregisteret gives out numbers that begin with 8 or 9.
      expect(organisationNumber.startsWith('1')).toBe(true);
    }
  });
});
