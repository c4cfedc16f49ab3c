import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DeclinedOffer } from '@/components/enrollment/declined-offer';
import { CloseOffer, WhoseOffer } from '@/components/enrollment/link-visit';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { readOfferPage } from '../../read-offer-page';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await readOfferPage(params);
  return { title: getTexts(locale, 'enrollment')('declined.title') };
}

export default async function DeclinedPage({ params }: Props) {
  const { locale, offer, signedInAs } = await readOfferPage(params);
  if (offer.standing !== 'declined') redirect(`/${locale}/offers/${offer.reference}`);
  return (
    <Page>
      <WhoseOffer locale={locale} offer={offer} signedInAs={signedInAs} />
      <DeclinedOffer locale={locale} offer={offer} />
      <CloseOffer locale={locale} offer={offer} />
    </Page>
  );
}
