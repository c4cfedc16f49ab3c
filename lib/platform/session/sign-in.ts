import { AuthHandler } from 'next-auth/core';
import EmailProvider from 'next-auth/providers/email';
import type { Locale } from '@/lib/kernel/locale';
import type { Platform } from '../context';
import { isSecure, publicOrigin } from '../env';
import { newSecret, sha256 } from '../ids';
import { cookieName } from './cookies';
import { longest } from './session-store';
import { signInAdapter } from './sign-in-adapter';

/** A link lives ten minutes. */
export const linkLifetime = 10 * 60 * 1000;

/** How next-auth hashes a link's token before it asks the adapter for it. */
function hashAsNextAuth(platform: Platform, token: string): string {
  return sha256(`${token}${platform.env.AUTH_SECRET}`);
}

/** Makes a single-use sign-in link's secret for an address, whether or not the address is known. */
export async function createSignInLink(
  platform: Platform,
  locale: Locale,
  email: string,
): Promise<string> {
  const token = newSecret();
  await signInAdapter(platform, locale).createVerificationToken?.({
    identifier: email,
    token: hashAsNextAuth(platform, token),
    expires: new Date(Date.now() + linkLifetime),
  });
  return token;
}

/**
 * Uses up a link and signs its address in, through next-auth's own callback. It is called from a POST
 * only: next-auth's routes are not served, so that no scanner's GET can use up a link.
 * @returns the secret of the new session, or null when the link is unknown, used or older than ten minutes
 */
export async function consumeSignInLink(
  platform: Platform,
  locale: Locale,
  { email, token }: { readonly email: string; readonly token: string },
): Promise<string | null> {
  const name = cookieName(platform.env, 'session');
  const secure = isSecure(platform.env);
  const response = await AuthHandler({
    req: {
      origin: publicOrigin(platform.env),
      action: 'callback',
      providerId: 'email',
      method: 'GET',
      query: { email, token, callbackUrl: publicOrigin(platform.env) },
      cookies: {},
      headers: {},
      body: {},
    },
    options: {
      secret: platform.env.AUTH_SECRET,
      adapter: signInAdapter(platform, locale),
      session: { strategy: 'database', maxAge: longest / 1000, generateSessionToken: newSecret },
      useSecureCookies: secure,
      cookies: {
        sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
      },
      providers: [
        EmailProvider({
          server: 'smtp://127.0.0.1:1',
          from: platform.env.MAIL_FROM,
          // Letters of ours are stored first and sent by a job; next-auth is never asked to send one.
          sendVerificationRequest: () => Promise.reject(new Error('Not sent this way.')),
        }),
      ],
      logger: {
        error: (code) => {
          platform.log.warn({ code }, 'a sign-in did not succeed');
        },
        warn: () => undefined,
        debug: () => undefined,
      },
    },
  });
  const cookie = response.cookies?.find((each) => each.name === name);
  return cookie?.value === undefined || cookie.value === '' ? null : cookie.value;
}
