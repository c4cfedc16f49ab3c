import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { Enrolled } from '@/components/enrollment/enrolled';
import { CloseOffer, WhoseOffer } from '@/components/enrollment/link-visit';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { Notice } from '@/components/ui/notice';
import { readOfferPage } from '../../read-offer-page';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, offer } = await readOfferPage(params);
  const programme = offer.cohort.programme.name[locale];
  return { title: getTexts(locale, 'enrollment')('enrolled.title', { programme }) };
}

export default async function EnrolledPage({ params, searchParams }: Props) {
  const { locale, offer, signedInAs } = await readOfferPage(params);
  if (offer.enrollment === null) redirect(`/${locale}/offers/${offer.reference}`);
  const t = getTexts(locale, 'enrollment');
  const back = await readFormReturn('sign-slip', searchParams);
  return (
    <Page>
      <WhoseOffer locale={locale} offer={offer} signedInAs={signedInAs} />
      {back === null ? null : (
        <Notice kind="warning" locale={locale} heading={t('enrolled.repeated.heading')} live>
          <p>{t('enrolled.repeated.text')}</p>
        </Notice>
      )}
      <Enrolled locale={locale} offer={offer} enrollment={offer.enrollment} />
      <CloseOffer locale={locale} offer={offer} />
    </Page>
  );
}
