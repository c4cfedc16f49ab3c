import { roles, type Person, type Role } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import { defaultLocale, isLocale } from '@/lib/kernel/locale';
import type { Platform } from '@/lib/platform/context';
import { readCookie } from '@/lib/platform/session/cookies';
import { readSession, staysSignedIn, type Stays } from '@/lib/platform/session/session-store';

/** Somebody who is signed in, and how long they stay so. */
export interface SignedIn {
  readonly person: Person;
  readonly stays: Stays;
}

/** Who is signed in by a request's cookies, and for how long; null when nobody is. */
export async function signedIn(
  platform: Platform,
  cookies: string | null,
): Promise<SignedIn | null> {
  const secret = readCookie(platform.env, cookies, 'session');
  return secret === null || secret === '' ? null : readSignedIn(platform, secret);
}

/** The person whose session a request's cookies carry, with the roles of this moment; null when nobody is signed in. */
export async function signedInPerson(
  platform: Platform,
  cookies: string | null,
): Promise<Person | null> {
  return (await signedIn(platform, cookies))?.person ?? null;
}

/** The person whose session has this secret; null when there is no such session any more. */
export async function personOfSession(platform: Platform, secret: string): Promise<Person | null> {
  return (await readSignedIn(platform, secret))?.person ?? null;
}

async function readSignedIn(platform: Platform, secret: string): Promise<SignedIn | null> {
  const session = await readSession(platform, secret);
  if (session === null) return null;
  const { userId, email, name, locale } = session;
  const granted = new Set(session.roles);
  const person: Person = {
    kind: 'person',
    userId: asId<'User'>(userId),
    email,
    name,
    locale: isLocale(locale) ? locale : defaultLocale,
    roles: roles.filter((role: Role) => granted.has(role)),
  };
  return { person, stays: staysSignedIn(session) };
}
