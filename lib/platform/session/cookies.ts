import { isSecure, type Origin } from '../env';

/** Names of our cookies. On https all carry the `__Host-` prefix: no other host or path can set them. */
export function cookieName(
  env: Origin,
  name: 'session' | 'sign-in' | 'form' | 'offer' | 'language',
): string {
  return `${isSecure(env) ? '__Host-' : ''}opptak.${name}`;
}

/** A Set-Cookie value: HttpOnly, SameSite=Lax, the whole site, Secure on https. `seconds` 0 removes it. */
export function setCookie(
  env: Origin,
  name: Parameters<typeof cookieName>[1],
  value: string,
  seconds: number,
): string {
  const parts = [
    `${cookieName(env, name)}=${encodeURIComponent(value)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${seconds}`,
  ];
  if (isSecure(env)) parts.push('Secure');
  return parts.join('; ');
}

/** Reads one of our cookies from a request's Cookie header; null when it is absent or not well-formed. */
export function readCookie(
  env: Origin,
  header: string | null,
  name: Parameters<typeof cookieName>[1],
): string | null {
  const wanted = `${cookieName(env, name)}=`;
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    if (!pair.startsWith(wanted)) continue;
    try {
      return decodeURIComponent(pair.slice(wanted.length));
    } catch {
      return null;
    }
  }
  return null;
}
