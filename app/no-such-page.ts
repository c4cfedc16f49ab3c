import { redirect } from 'next/navigation';
import { isLocale } from '@/lib/kernel/locale';

/**
 * Ends a page that does not exist, or not for this person. By a redirect to an address that is no page,
 * because what Next renders for `notFound()` in a page is blank without JavaScript; there the answer is
 * a whole page with status 404, in the page's language, or without one in the browser's.
 */
export function noSuchPage(locale?: string): never {
  redirect(isLocale(locale) ? `/${locale}/no-such-page` : '/no-such-page');
}
