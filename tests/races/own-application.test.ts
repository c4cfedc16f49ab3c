import { describe, expect, it } from 'vitest';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { withdrawOverride } from '@/lib/admission/use-cases/withdraw-override';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { FixedClock } from '@/lib/platform/clock';
import type { Locks, Platform } from '@/lib/platform/context';
import { concludes, done, moments, openAdmission, person, refusalOf } from '../admission/stage';
import { fillsIn, psychologist, uploaded } from '../application/stage';
import { overOrWaiting, standsBeforeItWrites } from './standing';

/**
 * Staff who have applied have no part in the ranking until the answers are out. Here their own application
 * arrives while they act in it, on real PostgreSQL. What must never be: that the act takes effect although the
 * application was committed before it. Each is run once as the house does it, and once without the cohort's
 * lock: the second must go wrong, or the first shows nothing.
 */
interface Stage {
  /** After the deadline, with or without locks: whoever acts, acts here. */
  readonly platform: Platform;
  /** The same in the last moment of the window: whoever sends, sends here. */
  readonly inTime: Platform;
  readonly cohortId: CohortId;
  readonly colleague: Person;
  /** An officer who has sent nothing yet. */
  readonly oline: Person;
  /** Two who are found qualified: the first by arrival, and the second. */
  readonly ranked: readonly [string, string];
}

const reason = 'Dokumentert erfaring som ikke kom med.';
const refused = { kind: 'awaits-own-answer' };

async function twoAreRanked(locks: Locks): Promise<Stage> {
  const { platform, cohortId, officer: colleague } = await openAdmission();
  const inTime = { ...platform, clock: new FixedClock(moments.lastMoment), locks };
  const oline = await person(platform, 'Oline', { roles: ['officer'] });
  const arrives = async (name: string) => {
    const applicant = await person(platform, name);
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    await concludes(platform, colleague, { reference });
    return reference;
  };
  const ranked = [await arrives('Anne'), await arrives('Berit')] as const;
  platform.clock.set(moments.afterDeadline);
  return { platform: { ...platform, locks }, inTime, cohortId, colleague, oline, ranked };
}

function moves(platform: Platform, officer: Person, { cohortId, ranked }: Stage) {
  const [, second] = ranked;
  return overrideRanking(platform, officer, { cohortId, reference: second, toPosition: 1, reason });
}

/** What an officer does in the ranking, and whether an application can arrive after it. */
const acts = {
  'locks the ranking': {
    prepare: () => Promise.resolve(),
    act: (platform: Platform, { oline, cohortId }: Stage): Promise<Result<unknown>> =>
      lockRanking(platform, oline, { cohortId }),
    canArriveAfter: false,
  },
  'moves somebody': {
    prepare: () => Promise.resolve(),
    act: (platform: Platform, stage: Stage): Promise<Result<unknown>> =>
      moves(platform, stage.oline, stage),
    canArriveAfter: true,
  },
  'takes a move back': {
    prepare: async (stage: Stage) => {
      done(await moves(stage.platform, stage.colleague, stage));
    },
    act: (platform: Platform, { oline, cohortId, ranked }: Stage): Promise<Result<unknown>> =>
      withdrawOverride(platform, oline, { cohortId, reference: ranked[1] }),
    canArriveAfter: true,
  },
} as const;

/** How her own application comes: her draft is sent, or a colleague writes it in from the post. */
const arrivals = {
  'she sends her own': async ({ inTime, oline }: Stage) => {
    const reference = await fillsIn(inTime, oline);
    return (platform: Platform): Promise<Result<unknown>> =>
      submitApplication({ ...platform, clock: inTime.clock }, oline, { reference });
  },
  'a colleague registers hers': async ({ inTime, cohortId, colleague, oline }: Stage) => {
    const file = await uploaded(inTime, 'søknad.pdf');
    return (platform: Platform): Promise<Result<unknown>> =>
      registerApplication(platform, colleague, {
        cohortId,
        email: oline.email,
        way: 'post',
        receivedAt: moments.open,
        answers: psychologist,
        enclosed: [],
        file,
      });
  },
} as const;

const actNames = Object.keys(acts) as (keyof typeof acts)[];
const arrivalNames = Object.keys(arrivals) as (keyof typeof arrivals)[];
const pairs = actNames.flatMap((act) => arrivalNames.map((arrival) => [act, arrival] as const));

/** She has looked whether she has applied, and has changed nothing yet, when her application comes. */
async function arrivesWhileSheActs(
  [act, arrival]: (typeof pairs)[number],
  locks: Locks,
): Promise<Record<'tookEffect' | 'hadArrivedBefore' | 'arrived', boolean>> {
  const stage = await twoAreRanked(locks);
  const { platform } = stage;
  await acts[act].prepare(stage);
  const arrive = await arrivals[arrival](stage);
  const acting = await standsBeforeItWrites(platform, (standing) => acts[act].act(standing, stage));
  expect(acting.stands).toBe(true);
  const arriving = arrive(platform);
  const came = await overOrWaiting(platform, arriving);
  const acted = await acting.goOn();
  const arrived = await arriving;
  return {
    tookEffect: acted.ok,
    hadArrivedBefore: came === 'over' && arrived.ok,
    arrived: arrived.ok,
  };
}

describe('an officer without an application', () => {
  it.each(pairs)('%s while %s: it arrives after that, or not at all', async (...pair) => {
    expect(await arrivesWhileSheActs(pair, 'on')).toEqual({
      tookEffect: true,
      hadArrivedBefore: false,
      arrived: acts[pair[0]].canArriveAfter,
    });
  });

  it.each(pairs)(
    '%s while %s, although it has arrived, when the cohort is not locked',
    async (...pair) => {
      expect(await arrivesWhileSheActs(pair, 'off')).toEqual({
        tookEffect: true,
        hadArrivedBefore: true,
        arrived: true,
      });
    },
  );

  it.each(actNames)('is refused when she %s while her own is on its way in', async (act) => {
    const stage = await twoAreRanked('on');
    const { platform, inTime } = stage;
    await acts[act].prepare(stage);
    const send = await arrivals['she sends her own'](stage);
    const sending = await standsBeforeItWrites(inTime, send);
    const acting = acts[act].act(platform, stage);
    expect([sending.stands, await overOrWaiting(platform, acting)]).toEqual([true, 'waiting']);
    done(await sending.goOn());
    expect(refusalOf(await acting)).toEqual(refused);
  });
});

describe('an officer whose application is on its way in while a colleague locks the ranking', () => {
  /** Hers is about to be written, a colleague locks, and she is about to release, all at once. */
  async function allAtOnce(locks: Locks) {
    const stage = await twoAreRanked(locks);
    const { platform, inTime, cohortId, colleague, oline } = stage;
    const send = await arrivals['she sends her own'](stage);
    const sending = await standsBeforeItWrites(inTime, send);
    const locking = lockRanking(platform, colleague, { cohortId });
    const lockCame = await overOrWaiting(platform, locking);
    const releasing = await standsBeforeItWrites(platform, (standing) =>
      releaseAdmission(standing, oline, { cohortId }),
    );
    const sent = await sending.goOn();
    const released = await releasing.goOn();
    return { sent, lockCame, locked: await locking, released };
  }

  it('releases nothing: hers comes first, and the ranking is not locked without it', async () => {
    const { sent, lockCame, locked, released } = await allAtOnce('on');
    expect([sent.ok, lockCame]).toEqual([true, 'waiting']);
    expect(refusalOf(locked)?.kind).toBe('not-all-concluded');
    expect(released.ok).toBe(false);
  });

  it('releases it although she had applied before, when the cohort is not locked', async () => {
    const { sent, locked, released } = await allAtOnce('off');
    expect([sent.ok, locked.ok, released.ok]).toEqual([true, true, true]);
  });

  it('cannot send it any more when the release is on its way', async () => {
    const stage = await twoAreRanked('on');
    const { platform, inTime, cohortId, colleague, oline } = stage;
    const send = await arrivals['she sends her own'](stage);
    done(await lockRanking(platform, colleague, { cohortId }));
    const releasing = await standsBeforeItWrites(platform, (standing) =>
      releaseAdmission(standing, oline, { cohortId }),
    );
    expect(releasing.stands).toBe(true);
    expect(refusalOf(await send(inTime))?.kind).toBe('cohort-closed');
    done(await releasing.goOn());
  });
});

describe('an officer who has withdrawn her application', () => {
  // No lock holds this and none has to: a withdrawn one counts, so that its undoing makes no difference. There
  // is no control that fails without the lock.
  it.each(['on', 'off'] as const)(
    'does nothing in the ranking while she undoes that, with locks %s',
    async (locks) => {
      const stage = await twoAreRanked(locks);
      const { platform, inTime, oline, cohortId } = stage;
      const reference = await fillsIn(inTime, oline);
      done(await submitApplication(inTime, oline, { reference }));
      done(await withdrawApplication(platform, oline, { reference, reason: '' }));
      const undoing = await standsBeforeItWrites(platform, (standing) =>
        undoWithdrawal(standing, oline, { reference }),
      );
      expect(undoing.stands).toBe(true);
      const tried = [
        ...actNames.map((act) => acts[act].act(platform, stage)),
        releaseAdmission(platform, oline, { cohortId }),
      ];
      await Promise.race(tried.map((each) => overOrWaiting(platform, each)));
      done(await undoing.goOn());
      expect((await Promise.all(tried)).map(refusalOf)).toEqual(tried.map(() => refused));
    },
  );
});
