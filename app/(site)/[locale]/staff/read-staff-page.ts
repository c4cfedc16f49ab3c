import { headers } from 'next/headers';
import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import { requirePageSession } from '@/app/session';
import type { Person } from '@/lib/kernel/actor';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import type { Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { isStaff } from '@/lib/staff/rules/permissions';

export interface StaffVisit {
  readonly locale: Locale;
  readonly person: Person;
  readonly platform: Platform;
}

/**
 * Lets staff in. Somebody who is not signed in goes by the sign-in and comes back to the same address;
 * somebody who is no staff is told what is told of an address that does not exist.
 */
export async function readStaffPage(locale: string): Promise<StaffVisit> {
  if (!isLocale(locale)) noSuchPage();
  const here = (await headers()).get('x-pathname') ?? `/${locale}/staff`;
  const person = await requirePageSession(locale, here);
  if (!isStaff(person)) noSuchPage(locale);
  return { locale, person, platform: await getPlatform() };
}

/**
 * What a query answered; one that refuses, whether for want of a role or of a row, is a page that is
 * not there, in the language of the address.
 */
export function orNoSuchPage<T>(locale: Locale, result: Result<T>): T {
  if (!result.ok) noSuchPage(locale);
  return result.value;
}
