import './theme/theme.css';
import type { Metadata } from 'next';
import { SiteFrame } from '@/app/site-frame';
import { installation } from '@/app/installation';
import { readPageAddress } from '@/app/page-address';
import { NoSuchPage } from '@/components/frame/no-such-page';
import { getTexts } from '@/components/texts/get-texts';
import { icons } from './theme/document-settings';

export { viewport } from './theme/document-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await readPageAddress();
  const heading = getTexts(locale, 'static')('notFound.heading');
  return { title: `${heading} – ${installation().name}`, icons };
}

/** An address that is no page. Unlike `notFound()` in a page, this is whole without JavaScript. */
export default async function GlobalNotFound() {
  const { locale } = await readPageAddress();
  return (
    <SiteFrame locale={locale}>
      <NoSuchPage locale={locale} installation={installation()} />
    </SiteFrame>
  );
}
