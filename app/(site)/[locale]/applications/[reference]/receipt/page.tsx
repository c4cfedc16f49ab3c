import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { applicationPath } from '@/components/application/application-paths';
import { ReceiptView } from '@/components/application/receipt-view';
import { getTexts } from '@/components/texts/get-texts';
import { readOwnApplication, type OwnApplicationParams } from '../../read-application';
import { readOutcome } from '../../read-outcome';

export async function generateMetadata({ params }: OwnApplicationParams): Promise<Metadata> {
  const { locale, reference } = await params;
  const { locale: language } = await readOwnApplication(locale, reference);
  return { title: getTexts(language, 'my-application')('receipt.title') };
}

export default async function ReceiptPage({ params }: OwnApplicationParams) {
  const { locale: first, reference } = await params;
  const { locale, application, person } = await readOwnApplication(first, reference);
  const { receivedAt, state } = application;
  if (receivedAt === null || state !== 'submitted') redirect(applicationPath(locale, reference));
  const outcome = await readOutcome(person, reference);
  return <ReceiptView {...{ locale, application, outcome, receivedAt }} />;
}
