import type { Platform } from './context';
import { idle } from './session/session-store';

/** Deletes what has outlived its purpose: used-up links, forms that came back, ended sessions, old counters. */
export async function clearExpired(platform: Platform): Promise<void> {
  const now = new Date();
  await platform.db.signInLink.deleteMany({ where: { expiresAt: { lt: now } } });
  await platform.db.formReturn.deleteMany({ where: { expiresAt: { lt: now } } });
  await platform.db.signInSession.deleteMany({
    where: {
      OR: [
        { expiresAt: { lt: now } },
        { lastSeenAt: { lt: new Date(now.getTime() - idle.applicant) } },
      ],
    },
  });
  await platform.db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } });
}
