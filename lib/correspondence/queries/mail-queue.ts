import type { Platform } from '@/lib/platform/context';

/** How many letters wait, and for how many seconds the oldest has: what /readyz watches. */
export interface MailQueue {
  readonly waiting: number;
  readonly oldestSeconds: number;
}

/** Counts the letters that have been decided and not yet sent. Figures only: no personal data. */
export async function mailQueue(platform: Platform): Promise<MailQueue> {
  const rows = await platform.db.$queryRaw<{ waiting: number; oldest: number | null }[]>`
    select count(*)::int as waiting,
           extract(epoch from now() - min(queued_at))::float8 as oldest
    from letter where status = 'queued'`;
  const row = rows[0];
  return { waiting: row?.waiting ?? 0, oldestSeconds: Math.max(0, Math.round(row?.oldest ?? 0)) };
}
