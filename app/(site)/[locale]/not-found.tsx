import type { Metadata } from 'next';
import { installation } from '@/app/installation';
import { readPageAddress } from '@/app/page-address';
import { NoSuchPage } from '@/components/frame/no-such-page';
import { getTexts } from '@/components/texts/get-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageAddress();
  return { title: getTexts(locale, 'static')('notFound.heading') };
}

/** For a page that exists when what it is about does not, or is not for this reader. */
export default async function NotFound() {
  const { locale } = await readPageAddress();
  return <NoSuchPage locale={locale} installation={installation()} />;
}
