import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Person, Role } from '@/lib/kernel/actor';
import { asId, type CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import { cohortFacts } from '@/lib/programme/queries/cohort-facts';
import { listProgrammes } from '@/lib/programme/queries/list-programmes';
import { programmePage } from '@/lib/programme/queries/programme-page';
import { createCohort } from '@/lib/programme/use-cases/create-cohort';
import { createProgramme } from '@/lib/programme/use-cases/create-programme';
import { moveCohortState } from '@/lib/programme/use-cases/move-cohort-state';
import { addOnProgramme } from '@/prisma/demo/add-on-programme';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { planOf } from './plan';

const system: Actor = { kind: 'system', job: 'test' };

function person(roles: readonly Role[]): Person {
  return {
    kind: 'person',
    userId: asId('0199aaaa-0000-7000-8000-000000000001'),
    email: 'demo@opptak.example',
    name: 'Demo',
    locale: 'nb',
    roles,
  };
}

describe('programmes and cohorts', () => {
  let platform: TestPlatform;
  let open: CohortId;

  async function create(year: number): Promise<CohortId> {
    const made = await createCohort(platform, system, {
      programmeSlug: 'bet-recovery',
      plan: planOf(year),
    });
    if (!made.ok) throw new Error(made.refusal.kind);
    return made.value.cohortId;
  }

  beforeAll(async () => {
    platform = await testPlatform({ now: new Date('2026-11-22T08:00:00Z') });
    await createProgramme(platform, system, recoveryProgramme);
    open = await create(2027);
    await moveCohortState(platform, system, { cohortId: open, to: 'open' });
  });

  it('are made by an administrator and by nobody else', async () => {
    const { texts, ...rest } = addOnProgramme;
    for (const roles of [[], ['officer'], ['assessor'], ['finance'], ['reader']] as Role[][]) {
      const refused = await createProgramme(platform, person(roles), { ...rest, texts });
      expect(refused).toEqual({ ok: false, refusal: { kind: 'forbidden' } });
    }
    const cohort = await createCohort(platform, person(['officer']), {
      programmeSlug: 'bet-recovery',
      plan: planOf(2031),
    });
    expect(cohort).toEqual({ ok: false, refusal: { kind: 'forbidden' } });
  });

  it('made twice alike are made once', async () => {
    const events = await platform.db.auditEvent.count();
    const again = await createProgramme(platform, system, recoveryProgramme);
    expect(again.ok).toBe(true);
    expect(await create(2027)).toBe(open);
    expect(await platform.db.cohort.count({ where: { slug: '2027-2028' } })).toBe(1);
    expect(await platform.db.auditEvent.count()).toBe(events);
  });

  it('keep their slug from another programme', async () => {
    const other = { ...recoveryProgramme, mailbox: 'other@helsetrust.example' };
    expect(await createProgramme(platform, system, other)).toEqual({
      ok: false,
      refusal: { kind: 'slug-taken', slug: 'bet-recovery' },
    });
  });

  it('are not found for a programme that is not there', async () => {
    const made = await createCohort(platform, system, {
      programmeSlug: 'no-such',
      plan: planOf(2027),
    });
    expect(made).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  });

  it('read back exactly as they were planned', async () => {
    const read = await cohortFacts(platform, null, {
      programmeSlug: 'bet-recovery',
      cohortSlug: '2027-2028',
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...planOf(2027),
        state: 'open',
        placesTaken: 0,
        earlyBirdPlacesLeft: 5,
        programme: { name: recoveryProgramme.texts.name, categories: recoveryProgramme.categories },
      },
    });
  });

  it.each(['', '\u0000', 'bet-recovery\u0000', '../bet-recovery', "'; select", 'ø'.repeat(5_000)])(
    'are not found by a word that no address of ours has: %j',
    async (word) => {
      const notFound = { ok: false, refusal: { kind: 'not-found' } };
      expect(await programmePage(platform, null, { programmeSlug: word })).toEqual(notFound);
      expect(
        await programmePage(platform, null, { programmeSlug: 'bet-recovery', cohortSlug: word }),
      ).toEqual(notFound);
      expect(
        await cohortFacts(platform, null, { programmeSlug: 'bet-recovery', cohortSlug: word }),
      ).toEqual(notFound);
    },
  );

  it('tell their deadline in days, and where to go when it has passed', async () => {
    const past = await create(2024);
    const page = await programmePage(platform, null, { programmeSlug: 'bet-recovery' });
    if (!page.ok) throw new Error(page.refusal.kind);
    expect(page.value.cohort).toMatchObject({ window: 'open', daysToDeadline: 190 });
    expect(page.value.next).toBeNull();
    expect(page.value.others.map((other) => other.facts.id)).toEqual([past]);

    const closed = await programmePage(platform, null, {
      programmeSlug: 'bet-recovery',
      cohortSlug: '2024-2025',
    });
    if (!closed.ok) throw new Error(closed.refusal.kind);
    expect(closed.value.cohort?.window).toBe('closed');
    expect(closed.value.next?.facts.id).toBe(open);
  });

  it('that are cancelled are read by staff and not by the public', async () => {
    const cancelled = await create(2040);
    await platform.db.cohort.update({ where: { id: cancelled }, data: { state: 'cancelled' } });
    const where = { programmeSlug: 'bet-recovery', cohortSlug: '2040-2041' };
    const notFound = { ok: false, refusal: { kind: 'not-found' } };
    expect(await programmePage(platform, null, where)).toEqual(notFound);
    expect(await cohortFacts(platform, person([]), where)).toEqual(notFound);
    expect((await programmePage(platform, person(['reader']), where)).ok).toBe(true);
  });

  it('are listed with those that take applications first', async () => {
    await createProgramme(platform, system, addOnProgramme);
    const listed = await listProgrammes(platform, null);
    expect(listed.map(({ slug, cohort }) => [slug, cohort?.window ?? null])).toEqual([
      ['bet-recovery', 'open'],
      ['bet-pabygging', null],
    ]);
  });

  it('move forward by hand, and never by a step that has an act of its own', async () => {
    const cohortId = await create(2028);
    const move = (to: Parameters<typeof moveCohortState>[2]['to']) =>
      moveCohortState(platform, person(['admin']), { cohortId, to });
    expect(await move('running')).toMatchObject({ refusal: { from: 'planned', to: 'running' } });
    expect((await move('open')).ok).toBe(true);
    const events = await platform.db.auditEvent.count({ where: { cohortId } });
    expect((await move('open')).ok).toBe(true);
    expect(await platform.db.auditEvent.count({ where: { cohortId } })).toBe(events);
    expect(await move('cancelled')).toMatchObject({ refusal: { kind: 'cohort-cannot-move' } });
    expect((await move('assessing')).ok).toBe(true);
    expect(await move('admitting')).toMatchObject({ refusal: { kind: 'cohort-cannot-move' } });
    expect(await move('open')).toMatchObject({ refusal: { kind: 'cohort-cannot-move' } });
  });

  it('refuse a plan that does not hold, and store nothing of it', async () => {
    const made = await createCohort(platform, system, {
      programmeSlug: 'bet-recovery',
      plan: planOf(2033, { respondBy: localDate('2033-05-01') }),
    });
    expect(made).toEqual({ ok: false, refusal: { kind: 'unsound-plan', field: 'respondBy' } });
    expect(await platform.db.cohort.count({ where: { slug: '2033-2034' } })).toBe(0);
  });
});
