import { mailQueue } from '@/lib/correspondence/queries/mail-queue';
import { pendingMigrations } from '@/lib/platform/migration-state';
import { getPlatform } from '@/app/platform';

export const dynamic = 'force-dynamic';

/** Letters that have waited this long, in seconds, mean that mail does not get out. */
const lateLetter = 30 * 60;

/** Whether this instance can do its work: the database answers, is migrated, and letters get out. Figures only. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  try {
    const platform = await getPlatform();
    const [pending, mail] = await Promise.all([pendingMigrations(platform), mailQueue(platform)]);
    const ready = pending === 0;
    return Response.json(
      {
        status: ready ? 'ready' : 'not-ready',
        database: 'ok',
        migrations: { pending },
        mail: { ...mail, late: mail.oldestSeconds > lateLetter },
      },
      { status: ready ? 200 : 503, headers },
    );
  } catch {
    return Response.json(
      { status: 'not-ready', database: 'unreachable' },
      { status: 503, headers },
    );
  }
}
