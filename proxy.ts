import { NextResponse, type NextRequest } from 'next/server';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { readCookie, setCookie } from '@/lib/platform/session/cookies';

/**
 * Puts the language in the path and the content security policy on every page. The language that a
 * page was read in is remembered for the browser, and addresses without one go there. Decides nothing
 * about access: every query and use case does that itself. `/api` does not pass here, because Next would
 * buffer the bodies of uploads.
 */
export const config = {
  matcher: [
    '/((?!api/|_next/|dev/|healthz$|readyz$|fonts/|enhance/|.*\\.(?:svg|png|ico|txt|css|js|webmanifest)$).*)',
    '/dev/mailbox',
    '/dev/mailbox/:file',
  ],
};

const development = process.env.NODE_ENV === 'development';

/** Only our own files, and only the scripts that carry this response's nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The public address, as far as the names of cookies depend on it. */
const origin = {
  APP_URL: process.env.APP_URL === '' ? undefined : process.env.APP_URL,
  PORT: Number(process.env.PORT ?? 3000),
};
const year = 365 * 24 * 60 * 60;

/** The language that this browser last read a page in; null for a browser that is new here. */
function remembered(request: NextRequest): Locale | null {
  const known = readCookie(origin, request.headers.get('cookie'), 'language');
  return known !== null && isLocale(known) ? known : null;
}

/** The first of our languages that the browser asks for; "no" and "nb" are bokmål. */
function preferred(header: string | null): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase().split('-')[0] ?? '';
    if (tag === 'no') return 'nb';
    if (isLocale(tag)) return tag;
  }
  return defaultLocale;
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const first = pathname.split('/')[1] ?? '';
  const inside = isLocale(first) || pathname.startsWith('/dev/');
  if (!inside) {
    const locale = remembered(request) ?? preferred(request.headers.get('accept-language'));
    const there = request.nextUrl.clone();
    there.pathname = `/${locale}${pathname === '/' ? '' : pathname}`;
    const response = NextResponse.redirect(there, 307);
    response.headers.set('vary', 'accept-language, cookie');
    return response;
  }
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-pathname', `${pathname}${search}`);
  headers.set('content-security-policy', csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  // Pages know who looks at them, if only in their header: none is kept by anybody.
  response.headers.set('cache-control', 'private, no-store');
  if (isLocale(first) && remembered(request) !== first) {
    response.headers.append('set-cookie', setCookie(origin, 'language', first, year));
  }
  return response;
}
