import { ok } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';

/** Longer than the longest pause between two tries: a letter that waits longer has lost its job. */
const lostAfter = 60 * 60 * 1000;

/**
 * Puts letters that wait without a job back into the queue: after a restored backup, or when a job was
 * deleted by hand. A letter that has both is sent once, because sending looks at the letter first.
 * @returns how many were put back
 */
export async function requeueLetters(platform: Platform): Promise<number> {
  const lost = await platform.db.$queryRaw<{ id: string }[]>`
    select letter.id from letter
    where letter.status = 'queued'
      and letter.queued_at < now() - make_interval(secs => ${lostAfter / 1000})
      and not exists (
        select 1 from pgboss.job
        where job.name = 'send-letter' and job.state in ('created', 'retry', 'active')
          and job.data ->> 'letterId' = letter.id::text)
    order by letter.queued_at limit 500`;
  await inTransaction(platform, async (tx) => {
    for (const { id } of lost) {
      await platform.jobs.enqueue(tx, 'send-letter', { letterId: id });
    }
    return ok(undefined);
  });
  return lost.length;
}
