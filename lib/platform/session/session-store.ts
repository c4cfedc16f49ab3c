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

/** A session with whose it is, as their account stands now. */
export interface ReadSession extends LiveSession {
  readonly email: string;
  readonly name: string | null;
  readonly locale: string;
  /** The roles that are granted now. */
  readonly roles: readonly string[];
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
 * longer than its kind may be. A session read counts as use. One statement, since every page and every
 * form begins with it.
 */
export async function readSession(
  platform: Platform,
  secret: string,
  now = new Date(),
): Promise<ReadSession | null> {
  if (secret.length > 200) return null;
  const [session] = await platform.db.$queryRaw<(ReadSession & { lastSeenAt: Date })[]>`
    select s.id, s.user_id as "userId", s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt",
      u.email, u.name, u.locale,
      array(select g.role from role_grant g where g.user_id = u.id and g.revoked_at is null) as roles
    from sign_in_session s join user_account u on u.id = s.user_id
    where s.token_hash = ${sha256(secret)}`;
  if (session === undefined) return null;
  const rest = session.roles.length > 0 ? idle.staff : idle.applicant;
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
  return session;
}

/** How long a session lasts from the moment that it was read. */
export interface Stays {
  /** Without being used, in whole seconds: a minute less than it may rest, since a use is noted once a minute. */
  readonly restSeconds: number;
  /** However much it is used: until then, and in whole seconds from now. */
  readonly latest: Date;
  readonly latestSeconds: number;
}

/** When a session that was just read will end, if it is not used any more, and at the latest. */
export function staysSignedIn({ roles, expiresAt }: ReadSession, now = new Date()): Stays {
  const rest = roles.length > 0 ? idle.staff : idle.applicant;
  return {
    restSeconds: Math.floor((rest - touchEvery) / 1000),
    latest: expiresAt,
    latestSeconds: Math.max(0, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
  };
}

/** Ends the session that a cookie's secret names. */
export async function endSession(platform: Platform, secret: string): Promise<void> {
  await platform.db.signInSession.deleteMany({ where: { tokenHash: sha256(secret) } });
}
