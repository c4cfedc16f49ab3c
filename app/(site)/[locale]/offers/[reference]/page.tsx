import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readFormReturn, type SearchParams } from '@/app/form-return';
import { ClosedOffer } from '@/components/enrollment/closed-offer';
import { DeclineOffer } from '@/components/enrollment/decline-offer';
import { CloseOffer, WhoseOffer } from '@/components/enrollment/link-visit';
import { PriceNow } from '@/components/enrollment/price-now';
import { SlipForm } from '@/components/enrollment/slip-form';
import { StructuredTextView } from '@/components/enrollment/structured-text-view';
import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { isNews, wordProblems } from '@/components/texts/word-problem';
import { DateWithDays } from '@/components/ui/date-with-days';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import type { OfferPage, SlipToSign } from '@/lib/enrollment/queries/open-slip';
import type { Locale } from '@/lib/kernel/locale';
import type { FormReturn } from '@/lib/platform/door/form-return';
import { readOfferPage } from '../read-offer-page';

interface Props {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: SearchParams;
}

/** The form that came back here, the slip or the no. */
async function readReturned(searchParams: SearchParams): Promise<FormReturn | null> {
  return (
    (await readFormReturn('sign-slip', searchParams)) ??
    (await readFormReturn('decline-offer', searchParams))
  );
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, offer } = await readOfferPage(params);
  const t = getTexts(locale, 'enrollment');
  if (offer.standing === 'lapsed') return { title: t('lapsed.title') };
  if (offer.slip === null) return { title: t('revoked.title') };
  const title = t('offer.title');
  const back = await readReturned(searchParams);
  const isRefused = back?.problems.some((problem) => !isNews(problem)) ?? false;
  return { title: isRefused ? getTexts(locale, 'common')('errorTitle', { title }) : title };
}

export default async function SlipPage({ params, searchParams }: Props) {
  const { locale, offer, signedInAs } = await readOfferPage(params);
  const { retur } = await searchParams;
  const kept = typeof retur === 'string' ? `?retur=${encodeURIComponent(retur)}` : '';
  const here = `/${locale}/offers/${offer.reference}`;
  if (offer.enrollment !== null) redirect(`${here}/enrolled${kept}`);
  if (offer.standing === 'declined') redirect(`${here}/declined${kept}`);
  const back = await readReturned(searchParams);
  return (
    <Page>
      <WhoseOffer locale={locale} offer={offer} signedInAs={signedInAs} />
      {offer.slip === null ? (
        <ClosedOffer locale={locale} offer={offer} />
      ) : (
        <OpenOffer locale={locale} offer={offer} slip={offer.slip} back={back} />
      )}
      <CloseOffer locale={locale} offer={offer} />
    </Page>
  );
}

function OpenOffer({
  locale,
  offer,
  slip,
  back,
}: {
  locale: Locale;
  offer: OfferPage;
  slip: SlipToSign;
  back: FormReturn | null;
}) {
  const t = getTexts(locale, 'enrollment');
  const problems = wordProblems(locale, 'enrollment', back?.problems ?? []);
  const changed = back?.problems.some(({ field }) => field === 'price') ?? false;
  return (
    <>
      <ErrorSummary
        locale={locale}
        problems={problems}
        {...(changed ? { heading: t('changed.heading') } : {})}
      />
      <Heading level={1}>{slip.text.title}</Heading>
      <Notice kind="answer" locale={locale} heading={t('offer.answer.heading')}>
        <p>
          {t('offer.answer.by')}{' '}
          <strong>
            <DateWithDays date={offer.respondBy} today={offer.today} locale={locale} />
          </strong>
          . {t('offer.answer.text')}
        </p>
        {offer.heldBy === 'link' ? <p>{t('offer.forYou', { name: offer.applicantName })}</p> : null}
      </Notice>
      <PriceNow shown={slip.shown} cohort={offer.cohort} locale={locale} />
      <StructuredTextView text={slip.text} label={t('slip.label')} />
      <SlipForm
        locale={locale}
        reference={offer.reference}
        applicantName={offer.applicantName}
        slip={slip}
        typed={back === null || !('signedName' in back.typed) ? null : back.typed}
        problems={problems}
      />
      <DeclineOffer locale={locale} reference={offer.reference} />
    </>
  );
}
