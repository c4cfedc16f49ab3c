import { getPlatform } from '@/app/platform';
import { defaultLocale, isLocale } from '@/lib/kernel/locale';
import { ownAddress } from '@/lib/staff/forms';
import { writeSignInCookie } from '@/lib/staff/sign-in-cookie';

/**
 * The letter's link. Uses nothing up: it moves the secret from the address into a short cookie and goes
 * on to the page with the button, so that the secret stays in no history and no scanner signs in.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; secret: string }> },
): Promise<Response> {
  const { locale: given, secret } = await params;
  const locale = isLocale(given) ? given : defaultLocale;
  const { env } = await getPlatform();
  const asked = new URL(request.url).searchParams.get('next');
  const next = ownAddress(asked?.slice(0, 500) ?? null, '');
  return new Response(null, {
    status: 303,
    headers: {
      location: `/${locale}/sign-in/confirm`,
      'set-cookie': writeSignInCookie(env, { token: secret.slice(0, 100), next }),
      'cache-control': 'no-store',
    },
  });
}
