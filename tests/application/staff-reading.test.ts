import { beforeAll, describe, expect, it } from 'vitest';
import { staffCohorts } from '@/lib/admission/queries/staff-cohorts';
import { conclusions } from '@/lib/assessment/queries/conclusions';
import { cohortEnrollments } from '@/lib/enrollment/queries/cohort-enrollments';
import { staffApplication } from '@/lib/application/queries/staff-application';
import {
  staffApplications,
  type StaffApplicationsArgs,
} from '@/lib/application/queries/staff-applications';
import { applicationSorts } from '@/lib/application/rules/staff-table';
import { workplaceAnchorings } from '@/lib/application/queries/workplace-anchorings';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import { withdrawAnchoring } from '@/lib/application/use-cases/withdraw-anchoring';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { addDays, localDate } from '@/lib/kernel/time';
import { done, openAdmission, person, refusalOf } from '../admission/stage';
import type { TestPlatform } from '../harness/platform';
import { fillsIn, psychologist, startsDraft } from './stage';

const deadline = localDate('2027-05-31');

describe('what staff read of applications', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;
  const references = new Map<string, string>();

  const reference = (name: string) => references.get(name) ?? '';

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission());
    const people = [
      ['Åse', 'DPS Nord'],
      ['Øyvind', 'Akutteamet'],
      ['Anne 100 %', 'DPS Nord'],
      ['Zara', 'Barnevernet'],
      ['Ærlend', 'Akutteamet'],
    ] as const;
    for (const [name, unit] of people) {
      platform.clock.advance(1_000);
      const applicant = await person(platform, name);
      const made = await fillsIn(platform, applicant, {
        ...psychologist,
        aboutYou: { ...psychologist.aboutYou, name },
        workplace: { ...psychologist.workplace, unit },
      });
      done(await submitApplication(platform, applicant, { reference: made }));
      references.set(name, made);
      if (name === 'Zara') {
        done(await withdrawApplication(platform, applicant, { reference: made, reason: '' }));
      }
    }
    references.set('draft', await startsDraft(platform, await person(platform, 'Utkast')));
    const dps = done(await staffApplication(platform, officer, { reference: reference('Åse') }));
    done(
      await verifyAnchoring(platform, officer, {
        workplaceId: dps.workplace?.id ?? '',
        from: localDate('2024-01-01'),
        to: null,
        evidence: 'Samtale med seksjonsleder.',
      }),
    );
  });

  const table = async (args: Partial<StaffApplicationsArgs> = {}) =>
    done(await staffApplications(platform, officer, { cohortId, ...args }));

  const names = async (args: Partial<StaffApplicationsArgs> = {}) =>
    (await table(args)).rows.map((row) => row.name);

  it('is every application that has arrived, in order of arrival, and no draft', async () => {
    const { rows, counts, matching, withPriority, next } = await table();
    expect(rows.map(({ arrivalNumber, name }) => [arrivalNumber, name])).toEqual([
      [1, 'Åse'],
      [2, 'Øyvind'],
      [3, 'Anne 100 %'],
      [4, 'Zara'],
      [5, 'Ærlend'],
    ]);
    expect(counts).toEqual({
      draft: 1,
      submitted: 4,
      qualified: 0,
      'not-qualified': 0,
      withdrawn: 1,
    });
    expect({ matching, withPriority, next }).toEqual({ matching: 5, withPriority: 2, next: null });
  });

  it('counts priority in what is shown, and of the withdrawn only what had arrived', async () => {
    const other = await person(platform, 'Trekker utkast');
    const draft = await startsDraft(platform, other);
    done(await withdrawApplication(platform, other, { reference: draft, reason: '' }));
    expect((await table()).counts.withdrawn).toBe(1);
    expect(await table({ text: 'åse' })).toMatchObject({ matching: 1, withPriority: 1 });
    expect(await table({ priority: false })).toMatchObject({ matching: 3, withPriority: 0 });
  });

  it('finds a reference that is typed without its hyphens, or in part', async () => {
    const whole = reference('Øyvind');
    for (const text of [whole, whole.replaceAll('-', ''), whole.toLowerCase(), whole.slice(0, 9)]) {
      expect(await names({ text })).toEqual(['Øyvind']);
    }
  });

  it('sorts names as Norwegians do', async () => {
    expect(await names({ sort: 'name' })).toEqual([
      'Anne 100 %',
      'Zara',
      'Ærlend',
      'Øyvind',
      'Åse',
    ]);
    expect(await names({ sort: 'name', descending: true })).toEqual(
      (await names({ sort: 'name' })).reverse(),
    );
  });

  it.each([
    ['by state', { states: ['withdrawn'] }, ['Zara']],
    ['by priority', { priority: true }, ['Åse', 'Anne 100 %']],
    ['by no priority', { priority: false, states: ['submitted'] }, ['Øyvind', 'Ærlend']],
    ['by category', { category: 4 }, []],
    ['by a word of the name', { text: 'øyv' }, ['Øyvind']],
    ['by words of the workplace', { text: 'nord dps' }, ['Åse', 'Anne 100 %']],
    ['by signs that SQL reads its own way', { text: '100 %' }, ['Anne 100 %']],
    ['by an underscore that nobody has', { text: '_' }, []],
    ['by nothing that can be stored', { text: '\u0000' }, null],
  ] as const)('filters %s', async (_what, args, expected) => {
    const all = ['Åse', 'Øyvind', 'Anne 100 %', 'Zara', 'Ærlend'];
    expect(await names(args as Partial<StaffApplicationsArgs>)).toEqual(expected ?? all);
  });

  it.each(applicationSorts.flatMap((sort) => [[sort, false] as const, [sort, true] as const]))(
    'comes page by page, each row once, sorted by %s (descending: %s)',
    async (sort, descending) => {
      const whole = await names({ sort, descending });
      const paged: string[] = [];
      let after: string | null | undefined;
      do {
        const page = await table({
          sort,
          descending,
          limit: 2,
          ...(after === undefined || after === null ? {} : { after }),
        });
        paged.push(...page.rows.map((row) => row.name));
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(whole);
    },
  );

  it.each(['', 'x', '1~', '1~\u0000', '99999999~1', '1~99999999999999999999', '1~x; drop'])(
    'starts from the top after %j, which is no place in it',
    async (after) => {
      expect(await names({ after })).toHaveLength(5);
    },
  );

  it('is for staff only', async () => {
    const applicant = await person(platform, 'Nysgjerrig');
    expect(refusalOf(await staffApplications(platform, applicant, { cohortId }))).toEqual({
      kind: 'forbidden',
    });
    const one = { reference: reference('Åse') };
    expect(refusalOf(await staffApplication(platform, applicant, one))).toEqual({
      kind: 'forbidden',
    });
  });

  it('is not for finance, who see where a cohort stands, who has enrolled, and no more', async () => {
    const finance = await person(platform, 'Sara', { roles: ['finance'] });
    const one = { reference: reference('Åse') };
    const refused = { kind: 'forbidden' };
    expect(refusalOf(await staffApplications(platform, finance, { cohortId }))).toEqual(refused);
    expect(refusalOf(await staffApplication(platform, finance, one))).toEqual(refused);
    expect(refusalOf(await conclusions(platform, finance, one))).toEqual(refused);
    const { cohorts } = done(await staffCohorts(platform, finance));
    expect(cohorts.map(({ offerRows }) => offerRows)).toEqual([null]);
    const order = { by: 'ordinal', descending: false } as const;
    const enrolled = (actor: Person) => cohortEnrollments(platform, actor, { cohortId, order });
    expect(done(await enrolled(finance)).mayReadApplications).toBe(false);
    expect(done(await enrolled(officer)).mayReadApplications).toBe(true);
  });

  it.each(['', 'x', '\u0000', '0199aaaa-0000-7000-8000-000000000001'])(
    'has no cohort %j',
    async (unknown) => {
      const result = await staffApplications(platform, officer, { cohortId: unknown });
      expect(refusalOf(result)).toEqual({ kind: 'not-found' });
    },
  );

  it('holds everything in one application, with what each role may do', async () => {
    const read = async (roles: Person['roles']) =>
      done(
        await staffApplication(platform, await person(platform, 'Ansatt', { roles }), {
          reference: reference('Åse'),
        }),
      );
    const one = await read(['officer']);
    expect(one).toMatchObject({
      state: 'submitted',
      arrivalNumber: 1,
      priority: true,
      missing: [],
      answers: { ...psychologist, aboutYou: { name: 'Åse' }, workplace: { unit: 'DPS Nord' } },
      permissions: {
        readDocuments: true,
        verifyAnchoring: true,
        conclude: true,
        requestInformation: true,
      },
    });
    expect(one.workplace?.applications.map(({ name }) => name)).toEqual(['Åse', 'Anne 100 %']);
    expect(one.events.map((event) => event.kind)).toEqual([
      'application-started',
      'application-submitted',
      'anchoring-verified',
    ]);
    expect((await read(['reader'])).permissions).toEqual({
      readDocuments: false,
      verifyAnchoring: false,
      conclude: false,
      requestInformation: false,
    });
  });

  it('does not find a draft: it is the applicant’s own', async () => {
    const result = await staffApplication(platform, officer, { reference: reference('draft') });
    expect(refusalOf(result)).toEqual({ kind: 'not-found' });
  });
});

describe('verifying that a workplace is anchored', () => {
  let platform: TestPlatform;
  let officer: Person;
  let workplaceId: string;
  let reference: string;

  beforeAll(async () => {
    ({ platform, officer } = await openAdmission());
    const applicant = await person(platform, 'Anne');
    reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const application = done(await staffApplication(platform, officer, { reference }));
    workplaceId = application.workplace?.id ?? '';
  });

  const hasPriority = async () =>
    done(await staffApplication(platform, officer, { reference })).priority;

  const evidence = 'Fagplan 2026, side 4.';

  it('gives priority only while it is in force on the deadline; a claim gives none', async () => {
    expect(await hasPriority()).toBe(false);
    const span = { workplaceId, evidence, from: localDate('2020-01-01') };
    const early = done(
      await verifyAnchoring(platform, officer, { ...span, to: addDays(deadline, -1) }),
    );
    expect(await hasPriority()).toBe(false);
    const reason = 'Gjaldt en annen post.';
    done(await withdrawAnchoring(platform, officer, { workplaceId, ...early, reason }));
    const { anchoringId } = done(
      await verifyAnchoring(platform, officer, { ...span, to: deadline }),
    );
    expect(await hasPriority()).toBe(true);
    done(
      await withdrawAnchoring(platform, officer, {
        workplaceId,
        anchoringId,
        reason: 'Gjaldt en annen post.',
      }),
    );
    expect(await hasPriority()).toBe(false);
    const { anchorings } = done(await workplaceAnchorings(platform, officer, { workplaceId }));
    expect(anchorings.map(({ to, withdrawnReason }) => [to, withdrawnReason])).toContainEqual([
      deadline,
      'Gjaldt en annen post.',
    ]);
    expect(anchorings.every(({ verifiedBy }) => verifiedBy === 'Ola Opptak')).toBe(true);
  });

  it('twice is one verification, and taking it back twice is the same answer', async () => {
    const input = { workplaceId, evidence, from: localDate('2026-01-01'), to: null };
    const both = await Promise.all([
      verifyAnchoring(platform, officer, input),
      verifyAnchoring(platform, officer, input),
    ]);
    const [first, second] = both.map(done);
    expect(first).toEqual(second);
    const back = {
      workplaceId,
      anchoringId: first?.anchoringId ?? '',
      reason: 'Feil arbeidssted.',
    };
    const once = await withdrawAnchoring(platform, officer, back);
    platform.clock.advance(1_000);
    expect(await withdrawAnchoring(platform, officer, back)).toEqual(once);
    const other = await person(platform, 'Oda Opptak', { roles: ['officer'] });
    expect(refusalOf(await withdrawAnchoring(platform, other, back))).toEqual({
      kind: 'anchoring-already-withdrawn',
      name: 'Ola Opptak',
    });
  });

  it('takes no day twice', async () => {
    const span = { workplaceId, evidence, from: localDate('2024-01-01'), to: null };
    done(await verifyAnchoring(platform, officer, span));
    const earlier = { ...span, from: localDate('2020-01-01') };
    const upTo = (to: string) =>
      verifyAnchoring(platform, officer, { ...earlier, to: localDate(to) });
    expect(refusalOf(await upTo('2024-01-01'))).toEqual({
      kind: 'anchoring-overlaps',
      from: '2024-01-01',
      to: 'open',
    });
    done(await upTo('2023-12-31'));
  });

  it('is not for one’s own workplace', async () => {
    const applicant = await person(platform, 'Oline', { roles: ['officer'] });
    done(
      await submitApplication(platform, applicant, {
        reference: await fillsIn(platform, applicant),
      }),
    );
    const input = { workplaceId, evidence, from: localDate('2019-01-01'), to: null };
    expect(refusalOf(await verifyAnchoring(platform, applicant, input))).toEqual({
      kind: 'own-application',
    });
  });

  it('needs a reason to be taken back', async () => {
    const back = { workplaceId, anchoringId: 'x', reason: '  Feil.    ' };
    expect(refusalOf(await withdrawAnchoring(platform, officer, back))).toEqual({
      kind: 'reason-too-short',
      minimum: 10,
    });
  });

  it.each(['assessor', 'finance', 'reader'] as const)('is not for the role %s', async (role) => {
    const other = await person(platform, 'Annen', { roles: [role] });
    const input = { workplaceId, evidence, from: localDate('2026-01-01'), to: null };
    expect(refusalOf(await verifyAnchoring(platform, other, input))).toEqual({ kind: 'forbidden' });
    const back = { workplaceId, anchoringId: 'x', reason: 'Feil.' };
    expect(refusalOf(await withdrawAnchoring(platform, other, back))).toEqual({
      kind: 'forbidden',
    });
  });

  it.each(['', '\u0000', '0199aaaa-0000-7000-8000-000000000001'])(
    'does not find the workplace %j',
    async (unknown) => {
      const input = { workplaceId: unknown, evidence, from: localDate('2026-01-01'), to: null };
      expect(refusalOf(await verifyAnchoring(platform, officer, input))).toEqual({
        kind: 'not-found',
      });
      expect((await workplaceAnchorings(platform, officer, { workplaceId: unknown })).ok).toBe(
        false,
      );
    },
  );
});
