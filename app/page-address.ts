import { headers } from 'next/headers';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';

/** The path of this page and its language, for the parts that Next gives no parameters. */
export async function readPageAddress(): Promise<{ pathname: string; locale: Locale }> {
  const pathname = (await headers()).get('x-pathname')?.split('?')[0] ?? `/${defaultLocale}`;
  const first = pathname.split('/')[1];
  return { pathname, locale: isLocale(first) ? first : defaultLocale };
}
