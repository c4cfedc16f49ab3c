import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuthModule, { type AuthOptions } from 'next-auth';
import EmailProviderModule from 'next-auth/providers/email';
import type { Locale } from '@/lib/kernel/locale';
import type { Platform } from '../context';
import { isSecure } from '../env';
import { newSecret, sha256 } from '../ids';
import { cookieName, readCookie } from './cookies';
import { longest } from './session-store';
import { signInAdapter } from './sign-in-adapter';

/** A link lives ten minutes. */
const linkLifetime = 10 * 60 * 1000;

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

/** The address that a link was sent to, while it can still be used; null when it cannot. Uses nothing up. */
export async function findSignInLink(platform: Platform, token: string): Promise<string | null> {
  if (token.length > 100) return null;
  const link = await platform.db.signInLink.findUnique({
    where: { tokenHash: sha256(hashAsNextAuth(platform, token)) },
  });
  return link === null || link.expiresAt <= new Date() ? null : link.email;
}

/** next-auth is CommonJS: outside a bundler its default export stands one step further in. */
function defaultOf<T>(module: T): T {
  return (module as { default?: T }).default ?? module;
}

function authOptions(platform: Platform, locale: Locale): AuthOptions {
  const secure = isSecure(platform.env);
  return {
    secret: platform.env.AUTH_SECRET,
    adapter: signInAdapter(platform, locale),
    session: { strategy: 'database', maxAge: longest / 1000, generateSessionToken: newSecret },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: cookieName(platform.env, 'session'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      defaultOf(EmailProviderModule)({
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
  };
}

/** Stands in for the response of a page's API route: next-auth writes its cookies and its redirect into it. */
class CapturedResponse {
  private readonly headers = new Map<string, string | string[]>();

  getHeader(name: string) {
    return this.headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]) {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  status() {
    return this;
  }
  end() {
    return this;
  }
  json() {
    return this;
  }
  send() {
    return this;
  }
  get setCookies(): readonly string[] {
    return [this.headers.get('set-cookie') ?? []].flat();
  }
}

/**
 * Uses up a link and signs its address in, through next-auth's own callback. It is called from a POST
 * only: next-auth's routes are not served, so that no scanner's GET can use up a link.
 * @returns the secret of the new session, or null when the link is unknown, used or older than ten minutes
 */
export async function consumeSignInLink(
  platform: Platform,
  locale: Locale,
  token: string,
): Promise<string | null> {
  const email = await findSignInLink(platform, token);
  if (email === null) return null;
  const request = {
    method: 'GET',
    query: { nextauth: ['callback', 'email'], email, token },
    cookies: {},
    headers: {},
    body: {},
  };
  const response = new CapturedResponse();
  await defaultOf(NextAuthModule)(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(platform, locale),
  );
  const header = response.setCookies.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ');
  const secret = readCookie(platform.env, header, 'session');
  return secret === null || secret === '' ? null : secret;
}
