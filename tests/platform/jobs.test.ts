import { expect, it } from 'vitest';
import { ok } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/platform/database';
import { moments } from '../admission/stage';
import { testPlatform } from '../harness/platform';

it('A job is put in the queue over the connection of its transaction alone: others that wait for it may hold all the rest', async () => {
  const platform = await testPlatform({ now: moments.open, connections: 1 });
  const result = await inTransaction(platform, async (tx) => {
    await platform.jobs.enqueue(tx, 'send-letter', { letterId: 'none' }, { letterId: 'neither' });
    return ok('queued');
  });
  expect(result).toEqual(ok('queued'));
  const [queued] = await platform.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'send-letter'`;
  expect(queued).toEqual({ count: 2 });
});
