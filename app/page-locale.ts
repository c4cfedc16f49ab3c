import { noSuchPage } from './no-such-page';
import { isLocale, type Locale } from '@/lib/kernel/locale';

/** The language in a page's path; another word there is a page that does not exist. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : noSuchPage();
}
