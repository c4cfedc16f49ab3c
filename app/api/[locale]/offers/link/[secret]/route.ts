import { getPlatform } from '@/app/platform';
import { openOfferByLink } from '@/lib/admission/queries/open-offer-by-link';
import { defaultLocale, isLocale } from '@/lib/kernel/locale';
import { setCookie } from '@/lib/platform/session/cookies';

/** Long enough to read the slip and ask at work who pays; the letter opens it again. */
const cookieSeconds = 30 * 60;

/**
 * The letter's link to an offer. Binds nothing and uses nothing up: it moves the secret from the
 * address into a short cookie and goes on to the clean address, so that the secret stays in no history.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; secret: string }> },
): Promise<Response> {
  const { locale: given, secret } = await params;
  const locale = isLocale(given) ? given : defaultLocale;
  const platform = await getPlatform();
  const opened = await openOfferByLink(platform, { secret: secret.slice(0, 100) });
  const headers = new Headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  if (opened.ok) {
    headers.set('location', `/${locale}/offers/${opened.value.reference}`);
    headers.set('set-cookie', setCookie(platform.env, 'offer', secret, cookieSeconds));
  } else {
    headers.set('location', `/${locale}/offers/link-not-valid`);
  }
  return new Response(null, { status: 303, headers });
}
