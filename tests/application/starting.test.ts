import { beforeAll, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { myApplications, myApplicationToCohort } from '@/lib/application/queries/my-applications';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import type { CohortId } from '@/lib/kernel/ids';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { cohortOf2027, startsDraft } from './stage';

describe('starting an application', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open, connections: 20 });
    cohortId = await openCohort(platform);
  });

  it('gives an empty draft with a reference that cannot be guessed', async () => {
    const applicant = await person(platform, 'Anne');
    const reference = await startsDraft(platform, applicant);
    expect(reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const application = await myApplication(platform, applicant, { reference });
    expect(application).toMatchObject({
      state: 'draft',
      editable: true,
      withdrawable: true,
      continueWith: 'about-you',
      window: 'open',
      receivedAt: null,
    });
    const events = await myTimeline(platform, applicant, { reference });
    expect(events?.map((event) => event.kind)).toEqual(['application-started']);
  });

  it('gives the one that is begun already, however often it is asked', async () => {
    const applicant = await person(platform, 'Berit');
    const reference = await startsDraft(platform, applicant);
    expect(await startsDraft(platform, applicant)).toBe(reference);
    expect(await platform.db.application.count({ where: { applicantId: applicant.userId } })).toBe(
      1,
    );
    expect(await myApplicationToCohort(platform, applicant, { cohortId })).toEqual({
      reference,
      state: 'draft',
    });
  });

  it('gives one, when it is asked for twenty times at once', async () => {
    const applicant = await person(platform, 'Cato');
    const references = await Promise.all(
      Array.from({ length: 20 }, () => startsDraft(platform, applicant)),
    );
    expect(new Set(references).size).toBe(1);
    const [row] = await platform.db.application.findMany({
      where: { applicantId: applicant.userId },
    });
    expect(
      await platform.db.auditEvent.count({
        where: { subjectId: row?.id ?? '', kind: 'application-started' },
      }),
    ).toBe(1);
  });

  it('gives a new one after the first was withdrawn', async () => {
    const applicant = await person(platform, 'Dina');
    const first = await startsDraft(platform, applicant);
    done(await withdrawApplication(platform, applicant, { reference: first, reason: '' }));
    const second = await startsDraft(platform, applicant);
    expect(second).not.toBe(first);
    const { applications } = await myApplications(platform, applicant);
    expect(applications.map(({ reference, state }) => [reference, state])).toEqual([
      [second, 'draft'],
      [first, 'withdrawn'],
    ]);
  });

  it.each([
    ['an unknown cohort', { ...cohortOf2027, cohortSlug: '1999-2000' }],
    ['an unknown programme', { ...cohortOf2027, programmeSlug: 'no-such' }],
  ])('is not found for %s', async (_what, input) => {
    const applicant = await person(platform, 'Eli');
    const result = await startApplication(platform, applicant, input);
    expect(refusalOf(result)).toEqual({ kind: 'not-found' });
  });

  it('is a person’s own act', async () => {
    const job = { kind: 'system', job: 'test' } as const;
    const result = await startApplication(platform, job, cohortOf2027);
    expect(refusalOf(result)).toEqual({ kind: 'forbidden' });
  });

  it('is refused from midnight after the deadline, but what was begun is still there', async () => {
    const early = await person(platform, 'Frida');
    const reference = await startsDraft(platform, early);
    try {
      platform.clock.set(moments.lastMoment);
      const inTime = await person(platform, 'Geir');
      await startsDraft(platform, inTime);
      platform.clock.advance(1);
      const late = await person(platform, 'Hans');
      const refused = await startApplication(platform, late, cohortOf2027);
      expect(refusalOf(refused)).toEqual({ kind: 'deadline-passed', deadline: '2027-05-31' });
      expect(await startsDraft(platform, early)).toBe(reference);
      const kept = await myApplication(platform, early, { reference });
      expect(kept).toMatchObject({ state: 'draft', editable: false, window: 'closed' });
    } finally {
      platform.clock.set(moments.open);
    }
  });

  it('is refused before the window opens', async () => {
    const cohort = await platform.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const opensOn = cohort.opensOn.toISOString().slice(0, 10);
    try {
      platform.clock.set(new Date(cohort.opensOn.getTime() - 3 * 3_600_000));
      const eager = await person(platform, 'Ida');
      const refused = await startApplication(platform, eager, cohortOf2027);
      expect(refusalOf(refused)).toEqual({ kind: 'not-open-yet', opensOn });
    } finally {
      platform.clock.set(moments.open);
    }
  });
});
