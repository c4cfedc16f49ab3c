import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { openSlip, type OfferPage } from '@/lib/enrollment/queries/open-slip';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { readCookie } from '@/lib/platform/session/cookies';

export interface OfferVisit {
  readonly locale: Locale;
  readonly offer: OfferPage;
  /** Who is signed in here, when it is somebody else than the offer's applicant. */
  readonly signedInAs: string | null;
}

type Params = Promise<{ locale: string; reference: string }>;

/**
 * The offer that a page is about, for the applicant signed in or the browser that came by the
 * letter's link. Somebody who is neither goes by the sign-in and comes back; somebody else who is
 * signed in is told what is told of an offer that does not exist.
 */
export async function readOfferPage(params: Params): Promise<OfferVisit> {
  const { locale, reference } = await params;
  if (!isLocale(locale)) noSuchPage();
  const [offer, person] = await Promise.all([findOffer(locale, reference), readPageSession()]);
  const other = offer.heldBy === 'link' ? person : null;
  return { locale, offer, signedInAs: other === null ? null : (other.name ?? other.email) };
}

const findOffer = cache(async (locale: Locale, reference: string): Promise<OfferPage> => {
  const [platform, person, sent] = await Promise.all([getPlatform(), readPageSession(), headers()]);
  const linkSecret = readCookie(platform.env, sent.get('cookie'), 'offer');
  const opened = await openSlip(platform, person, { reference, linkSecret, locale });
  if (opened.ok) return opened.value;
  if (person !== null) noSuchPage(locale);
  const here = sent.get('x-pathname') ?? `/${locale}/offers/${encodeURIComponent(reference)}`;
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(here)}`);
});
