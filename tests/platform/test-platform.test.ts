import { beforeAll, describe, expect, it } from 'vitest';
import { testPlatform } from '../harness/platform';

describe('the platform of the tests', () => {
  let platform: Awaited<ReturnType<typeof testPlatform>>;

  beforeAll(async () => {
    platform = await testPlatform({ now: new Date('2027-05-31T21:59:59.999Z') });
  });

  it('stands on a migrated, empty database', async () => {
    expect(await platform.db.user.count()).toBe(0);
  });

  it('has a clock that stands still until it is moved', async () => {
    expect(await platform.clock.now()).toEqual(new Date('2027-05-31T21:59:59.999Z'));
    platform.clock.advance(1);
    expect(await platform.clock.now()).toEqual(new Date('2027-05-31T22:00:00.000Z'));
  });

  it('counts rate limits in the database', async () => {
    const rule = { name: 'test', points: 1, seconds: 60 };
    expect(await platform.limits.consume(rule, 'someone')).toBe(0);
    expect(await platform.limits.consume(rule, 'someone')).toBeGreaterThan(0);
  });
});
