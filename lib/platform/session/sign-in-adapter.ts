import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { Locale } from '@/lib/kernel/locale';
import type { Platform } from '../context';
import { newId, sha256 } from '../ids';
import { createSession, endSession, readSession } from './session-store';

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: Date | null;
  readonly name: string | null;
}

function toAdapterUser(row: UserRow): AdapterUser {
  return { id: row.id, email: row.email, emailVerified: row.emailVerified, name: row.name };
}

/**
 * next-auth's view of our tables. Its own Prisma adapter keeps session secrets as they are and knows no
 * idle time; this one stores only hashes and lets `session-store` decide when a session has ended.
 * Accounts of other providers do not exist here, so those calls find nothing.
 * @param locale the language that a first sign-in was made in: the new account's own
 */
export function signInAdapter(platform: Platform, locale: Locale): Adapter {
  const users = platform.db.user;
  return {
    async createUser(user: Omit<AdapterUser, 'id'>) {
      const row = await users.upsert({
        where: { email: user.email },
        create: {
          id: newId(),
          email: user.email,
          emailVerified: user.emailVerified,
          locale,
          createdAt: new Date(),
        },
        update: { emailVerified: user.emailVerified },
      });
      return toAdapterUser(row);
    },
    async getUser(id) {
      const row = await users.findUnique({ where: { id } });
      return row === null ? null : toAdapterUser(row);
    },
    async getUserByEmail(email) {
      const row = await users.findUnique({ where: { email } });
      return row === null ? null : toAdapterUser(row);
    },
    async updateUser(user) {
      const row = await users.update({
        where: { id: user.id },
        data: user.emailVerified === undefined ? {} : { emailVerified: user.emailVerified },
      });
      return toAdapterUser(row);
    },
    getUserByAccount: () => Promise.resolve(null),
    linkAccount: () => Promise.resolve(null),
    async createSession({ sessionToken, userId }) {
      const { session } = await createSession(platform, userId, sessionToken);
      return { sessionToken, userId, expires: session.expiresAt };
    },
    async getSessionAndUser(sessionToken) {
      const session = await readSession(platform, sessionToken);
      if (session === null) return null;
      const user = await users.findUnique({ where: { id: session.userId } });
      if (user === null) return null;
      return {
        session: { sessionToken, userId: session.userId, expires: session.expiresAt },
        user: toAdapterUser(user),
      };
    },
    updateSession: () => Promise.resolve(null),
    async deleteSession(sessionToken) {
      await endSession(platform, sessionToken);
    },
    async createVerificationToken(link) {
      await platform.db.signInLink.create({
        data: { tokenHash: sha256(link.token), email: link.identifier, expiresAt: link.expires },
      });
      return link;
    },
    async useVerificationToken({ identifier, token }) {
      // One statement: of two presses at once, one gets the link and the other nothing.
      const rows = await platform.db.$queryRaw<{ email: string; expires: Date }[]>`
        delete from sign_in_link where token_hash = ${sha256(token)} and email = ${identifier}
        returning email, expires_at as expires`;
      const row = rows[0];
      return row === undefined ? null : { identifier: row.email, token, expires: row.expires };
    },
  };
}
