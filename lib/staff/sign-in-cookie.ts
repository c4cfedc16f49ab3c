import { z } from 'zod';
import type { Env } from '@/lib/platform/env';
import { readCookie, setCookie } from '@/lib/platform/session/cookies';

/**
 * What the browser carries while somebody signs in: first the address that a letter went to, so that
 * the next page can name it, and where the person was going, so that a new link can be asked for on that page
 * and still lead there; then the letter's secret, so that it leaves the address bar at once.
 */
const schema = z.union([
  z.object({ sentTo: z.string().max(200), next: z.string().max(500).default('') }),
  z.object({ token: z.string().max(100), next: z.string().max(500) }),
]);

export type SignInCookie = z.infer<typeof schema>;

/** Ten minutes, as long as the link itself. */
const seconds = 600;

/** The Set-Cookie value; null removes the cookie. */
export function writeSignInCookie(env: Env, value: SignInCookie | null): string {
  return value === null
    ? setCookie(env, 'sign-in', '', 0)
    : setCookie(env, 'sign-in', JSON.stringify(value), seconds);
}

/** What a request's cookies say of a sign-in under way; null when nothing does. */
export function readSignInCookie(env: Env, cookies: string | null): SignInCookie | null {
  const value = readCookie(env, cookies, 'sign-in');
  if (value === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
