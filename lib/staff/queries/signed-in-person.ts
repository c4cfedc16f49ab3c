import { roles, type Person, type Role } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import { defaultLocale, isLocale } from '@/lib/kernel/locale';
import type { Platform } from '@/lib/platform/context';
import { readCookie } from '@/lib/platform/session/cookies';
import { readSession } from '@/lib/platform/session/session-store';

/** The person whose session a request's cookies carry, with the roles of this moment; null when nobody is signed in. */
export async function signedInPerson(
  platform: Platform,
  cookies: string | null,
): Promise<Person | null> {
  const secret = readCookie(platform.env, cookies, 'session');
  return secret === null || secret === '' ? null : personOfSession(platform, secret);
}

/** The person whose session has this secret; null when there is no such session any more. */
export async function personOfSession(platform: Platform, secret: string): Promise<Person | null> {
  const session = await readSession(platform, secret);
  if (session === null) return null;
  const user = await platform.db.user.findUnique({
    where: { id: session.userId },
    include: { roleGrants: { where: { revokedAt: null }, select: { role: true } } },
  });
  if (user === null) return null;
  const granted = new Set(user.roleGrants.map((grant) => grant.role));
  return {
    kind: 'person',
    userId: asId<'User'>(user.id),
    email: user.email,
    name: user.name,
    locale: isLocale(user.locale) ? user.locale : defaultLocale,
    roles: roles.filter((role: Role) => granted.has(role)),
  };
}
