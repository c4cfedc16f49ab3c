import { beforeAll, describe, expect, it } from 'vitest';
import { createSession, longest, readSession } from '@/lib/platform/session/session-store';
import { signedIn } from '@/lib/staff/queries/signed-in-person';
import { grantRole } from '@/lib/staff/use-cases/grant-role';
import { done, moments, person } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';

describe('how long somebody stays signed in', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
  });

  const hour = 3_600;
  const stays = async (secret: string) =>
    (await signedIn(platform, `opptak.session=${secret}`))?.stays;

  it('is told in time: a fortnight without use for an applicant, eight hours for staff', async () => {
    const applicant = await person(platform, 'Anne');
    const { secret } = await createSession(platform, applicant.userId);
    const told = await stays(secret);
    // A use is noted once a minute, so what is promised is a minute less.
    expect(told?.restSeconds).toBe(14 * 24 * hour - 60);
    expect(told?.latestSeconds).toBeLessThanOrEqual(longest / 1000);
    expect(told?.latestSeconds).toBeGreaterThan(longest / 1000 - 60);
    const { email } = applicant;
    const job = { kind: 'system', job: 'test' } as const;
    done(await grantRole(platform, job, { email, name: 'Anne', role: 'reader' }));
    expect((await stays(secret))?.restSeconds).toBe(8 * hour - 60);
  });

  it('is promised no longer than it holds', async () => {
    const applicant = await person(platform, 'Berit');
    const { secret } = await createSession(platform, applicant.userId);
    const told = await stays(secret);
    if (told === undefined) throw new Error('Somebody is signed in.');
    const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
    expect(await readSession(platform, secret, later(told.restSeconds - 1))).not.toBeNull();
    expect(await readSession(platform, secret, later(told.latestSeconds + 1))).toBeNull();
    expect(await stays(secret)).toBeUndefined();
  });
});
