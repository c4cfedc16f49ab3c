import type { Platform } from '../context';
import { newId, newSecret, sha256 } from '../ids';

const minute = 60_000;
const hour = 60 * minute;

/** A staff session ends after 8 hours of rest; an applicant's, who applies over days on a phone, after 14 days. */
export const idle = { staff: 8 * hour, applicant: 14 * 24 * hour } as const;

/** No session lives longer than this, however busy. */
export const longest = 30 * 24 * hour;

/** Sessions are touched at most this often, so that a page view seldom writes. */
const touchEvery = minute;

/** Somebody's browser that is signed in. Times by this machine's clock: sessions are not a matter of admission. */
export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

/** Makes a session and answers the secret that its cookie carries. Only the secret's hash is stored. */
export async function createSession(
  platform: Platform,
  userId: string,
  secret = newSecret(),
): Promise<{ secret: string; session: LiveSession }> {
  const now = new Date();
  const session = await platform.db.signInSession.create({
    data: {
      id: newId(),
      tokenHash: sha256(secret),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + longest),
    },
  });
  return { secret, session };
}

/**
 * Reads the session that a cookie's secret names, or null: unknown, past its longest life, or at rest
 * longer than its kind may be. A session read counts as use.
 */
export async function readSession(
  platform: Platform,
  secret: string,
  now = new Date(),
): Promise<LiveSession | null> {
  if (secret.length > 200) return null;
  const session = await platform.db.signInSession.findUnique({
    where: { tokenHash: sha256(secret) },
    include: { user: { select: { roleGrants: { where: { revokedAt: null }, take: 1 } } } },
  });
  if (session === null) return null;
  const rest = session.user.roleGrants.length > 0 ? idle.staff : idle.applicant;
  const resting = now.getTime() - session.lastSeenAt.getTime();
  if (now >= session.expiresAt || resting >= rest) {
    await platform.db.signInSession.deleteMany({ where: { id: session.id } });
    return null;
  }
  if (resting >= touchEvery) {
    await platform.db.signInSession.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: now },
    });
  }
  return { id: session.id, userId: session.userId, expiresAt: session.expiresAt };
}

/** Ends the session that a cookie's secret names. */
export async function endSession(platform: Platform, secret: string): Promise<void> {
  await platform.db.signInSession.deleteMany({ where: { tokenHash: sha256(secret) } });
}
