import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, type Override, type RankingFacts } from '@/lib/admission/rules/ranking';
import { asId, type ApplicationId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import { rankingCriteria, type RankingCriterion } from '@/lib/programme/rules/ranking-criteria';

const deadline = localDate('2027-05-31');
const always = { from: localDate('2019-01-01'), to: null, withdrawnAt: null };

function facts(name: string, given: Partial<RankingFacts> = {}): RankingFacts {
  return {
    applicationId: asId<'Application'>(name),
    receivedAt: new Date('2027-04-01T10:00:00Z'),
    arrivalNumber: 1,
    workplace: `Arbeidsstedet til ${name}`,
    anchorings: [],
    assessmentScore: null,
    ...given,
  };
}

function order(
  applications: readonly RankingFacts[],
  criteria: readonly RankingCriterion[] = ['priority-workplace', 'arrival'],
  overrides: readonly Override[] = [],
): string[] {
  return rank({ applications, criteria, applicationDeadline: deadline, overrides }).map(
    (position) => position.applicationId,
  );
}

function override(name: string, toPosition: number, at = '2027-06-05T08:00:00Z'): Override {
  return {
    applicationId: asId<'Application'>(name),
    toPosition,
    reason: 'Hospitert hos oss',
    by: 'Ola Opptak',
    at: new Date(at),
  };
}

/** Eight who applied a day apart; the last two come from anchored workplaces. */
const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) =>
  facts(name, {
    receivedAt: new Date(Date.UTC(2027, 3, index + 1, 10)),
    arrivalNumber: index + 1,
    anchorings: index >= 6 ? [always] : [],
  }),
);

describe('the ranking', () => {
  it('puts the two from anchored workplaces first though they came last, then the six in order of arrival', () => {
    const positions = rank({
      applications: eight,
      criteria: ['priority-workplace', 'arrival'],
      applicationDeadline: deadline,
      overrides: [],
    });
    expect(
      positions.map(({ position, applicationId, priorityClass }) => [
        position,
        applicationId,
        priorityClass,
      ]),
    ).toEqual([
      [1, 'g', 1],
      [2, 'h', 1],
      [3, 'a', 2],
      [4, 'b', 2],
      [5, 'c', 2],
      [6, 'd', 2],
      [7, 'e', 2],
      [8, 'f', 2],
    ]);
    expect(positions[0]?.reasons).toEqual([
      { kind: 'priority-workplace', workplace: 'Arbeidsstedet til g', since: '2019-01-01' },
      { kind: 'arrival', receivedAt: '2027-04-07T10:00:00.000Z', arrivalNumber: 7 },
    ]);
    expect(positions[2]?.reasons).toEqual([
      { kind: 'no-priority', because: 'not-verified' },
      { kind: 'arrival', receivedAt: '2027-04-01T10:00:00.000Z', arrivalNumber: 1 },
    ]);
  });

  it.each([
    ['in force since long before', [always], true],
    ['begun on the deadline itself', [{ ...always, from: deadline }], true],
    ['ended on the deadline itself', [{ ...always, to: deadline }], true],
    ['begun the day after', [{ ...always, from: localDate('2027-06-01') }], false],
    ['ended the day before', [{ ...always, to: localDate('2027-05-30') }], false],
    ['withdrawn by staff', [{ ...always, withdrawnAt: new Date('2027-05-01T00:00:00Z') }], false],
    [
      'ended, and a newer one in force',
      [
        { ...always, to: localDate('2020-01-01') },
        { ...always, from: localDate('2027-01-01') },
      ],
      true,
    ],
  ])('reads an anchoring %s', (_, anchorings, priority) => {
    const late = facts('late', { arrivalNumber: 2, anchorings });
    expect(order([facts('early'), late])[0]).toBe(priority ? 'late' : 'early');
  });

  it('says whether a workplace is not verified at all, or only not in force on the deadline', () => {
    const reasonsOf = (anchorings: RankingFacts['anchorings']) =>
      rank({
        applications: [facts('one', { anchorings })],
        criteria: ['priority-workplace'],
        applicationDeadline: deadline,
        overrides: [],
      })[0]?.reasons[0];
    expect(reasonsOf([])).toEqual({ kind: 'no-priority', because: 'not-verified' });
    expect(reasonsOf([{ ...always, to: localDate('2026-01-01') }])).toEqual({
      kind: 'no-priority',
      because: 'not-in-force',
    });
    expect(reasonsOf([{ ...always, withdrawnAt: new Date() }])).toEqual({
      kind: 'no-priority',
      because: 'not-verified',
    });
  });

  it('lets one that came by post at an earlier time pass one that was registered before it', () => {
    const byPost = facts('post', {
      receivedAt: new Date('2027-03-01T12:00:00Z'),
      arrivalNumber: 2,
    });
    expect(order([facts('web'), byPost])).toEqual(['post', 'web']);
  });

  it('parts two of the same millisecond by arrival number', () => {
    expect(order([facts('second', { arrivalNumber: 2 }), facts('first')])).toEqual([
      'first',
      'second',
    ]);
  });

  it('follows the criteria that the cohort names, weightiest first', () => {
    const applications = [
      facts('scored', { arrivalNumber: 3, assessmentScore: 11 }),
      facts('anchored', { arrivalNumber: 2, assessmentScore: 4, anchorings: [always] }),
      facts('unscored', { arrivalNumber: 1 }),
    ];
    expect(order(applications, ['assessment-score', 'arrival'])).toEqual([
      'scored',
      'anchored',
      'unscored',
    ]);
    expect(order(applications, ['priority-workplace', 'assessment-score'])).toEqual([
      'anchored',
      'scored',
      'unscored',
    ]);
    expect(order(applications, ['arrival', 'assessment-score'])).toEqual([
      'unscored',
      'anchored',
      'scored',
    ]);
    expect(order(applications, [])).toEqual(['unscored', 'anchored', 'scored']);
  });

  it('shows an override with where it came from, and with who and why', () => {
    const positions = rank({
      applications: eight,
      criteria: ['priority-workplace', 'arrival'],
      applicationDeadline: deadline,
      overrides: [override('f', 3)],
    });
    expect(positions.map((position) => position.applicationId).join('')).toBe('ghfabcde');
    expect(positions[2]).toMatchObject({ positionByCriteria: 8, priorityClass: 2 });
    expect(positions[2]?.reasons.at(-1)).toEqual({
      kind: 'moved',
      from: 8,
      to: 3,
      reason: 'Hospitert hos oss',
      by: 'Ola Opptak',
      at: '2027-06-05T08:00:00.000Z',
    });
    expect(positions.filter((position) => position.override !== null)).toHaveLength(1);
  });

  it('makes overrides in the order of their decision, moves beyond the end to the end, and passes by the absent', () => {
    const later = override('b', 1, '2027-06-06T08:00:00Z');
    const earlier = override('f', 1, '2027-06-05T08:00:00Z');
    expect(order(eight, undefined, [later, earlier]).join('')).toBe('bfghacde');
    expect(order(eight, undefined, [override('g', 99)]).join('')).toBe('habcdefg');
    expect(order(eight, undefined, [override('nobody', 1)]).join('')).toBe('ghabcdef');
  });
});

const someFacts = fc.record({
  receivedAt: fc.integer({ min: 0, max: 5 }).map((hour) => new Date(Date.UTC(2027, 3, 1, hour))),
  anchored: fc.boolean(),
  assessmentScore: fc.option(fc.integer({ min: 0, max: 3 })),
});

const someApplications = fc.array(someFacts, { minLength: 1, maxLength: 25 }).map((all) =>
  all.map(({ anchored, ...rest }, index) =>
    facts(`n${index}`, {
      ...rest,
      arrivalNumber: index + 1,
      anchorings: anchored ? [always] : [],
    }),
  ),
);

const someCriteria = fc.shuffledSubarray([...rankingCriteria]);

describe('whatever the applications, the ranking', () => {
  it('is the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        someApplications.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        someCriteria,
        ([all, shuffled], criteria) => {
          expect(order(shuffled, criteria)).toEqual(order(all, criteria));
        },
      ),
    );
  });

  it('numbers everyone once, from 1 without gaps', () => {
    fc.assert(
      fc.property(someApplications, someCriteria, (all, criteria) => {
        const positions = rank({
          applications: all,
          criteria,
          applicationDeadline: deadline,
          overrides: [],
        });
        expect(positions.map((position) => position.position)).toEqual(all.map((_, at) => at + 1));
        expect(new Set(positions.map((position) => position.applicationId)).size).toBe(all.length);
      }),
    );
  });

  it('never puts one without priority before one with it, when that weighs first', () => {
    fc.assert(
      fc.property(someApplications, (all) => {
        const classes = rank({
          applications: all,
          criteria: ['priority-workplace', 'assessment-score', 'arrival'],
          applicationDeadline: deadline,
          overrides: [],
        }).map((position) => position.priorityClass);
        expect(classes).toEqual([...classes].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps the others in their order when some are taken away', () => {
    fc.assert(
      fc.property(
        someApplications.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
        someCriteria,
        ([all, some], criteria) => {
          const kept = new Set<string>(some.map((each) => each.applicationId));
          expect(order(some, criteria)).toEqual(
            order(all, criteria).filter((each) => kept.has(each)),
          );
        },
      ),
    );
  });

  it('is moved by an override in exactly one application, which lands where the officer said', () => {
    fc.assert(
      fc.property(
        someApplications,
        someCriteria,
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (all, criteria, which, toPosition) => {
          const moved: ApplicationId | undefined = all[which % all.length]?.applicationId;
          const before = order(all, criteria);
          const after = order(all, criteria, [override(moved ?? '', toPosition)]);
          expect(after.filter((each) => each !== moved)).toEqual(
            before.filter((each) => each !== moved),
          );
          expect(after.indexOf(moved ?? '')).toBe(Math.min(toPosition, all.length) - 1);
        },
      ),
    );
  });
});
