import { headers } from 'next/headers';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';

/** Where a page is: its path, what stands after it from the question mark on, and its language. */
interface PageAddress {
  readonly pathname: string;
  readonly search: string;
  readonly locale: Locale;
}

/** The address of this page, for the parts that Next gives no parameters. */
export async function readPageAddress(): Promise<PageAddress> {
  const address = (await headers()).get('x-pathname') ?? `/${defaultLocale}`;
  const [pathname = ''] = address.split('?');
  const search = address.slice(pathname.length);
  const first = pathname.split('/')[1];
  return { pathname, search, locale: isLocale(first) ? first : defaultLocale };
}
