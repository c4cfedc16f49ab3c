import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { formsAreShownTo } from '@/components/ui/form-reader';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { markOf } from '@/lib/platform/door/shown-to';
import { signedIn, type SignedIn } from '@/lib/staff/queries/signed-in-person';
import { getPlatform } from './platform';

/** Who looks at this page, and how long they stay signed in; null when nobody is. Read once a request. */
export const readSignedIn = cache(async (): Promise<SignedIn | null> => {
  const cookies = (await headers()).get('cookie');
  const read = cookies === null ? null : await signedIn(await getPlatform(), cookies);
  if (read !== null) formsAreShownTo(markOf(read.person));
  return read;
});

/** Who looks at this page; null when nobody is signed in. */
export async function readPageSession(): Promise<Person | null> {
  return (await readSignedIn())?.person ?? null;
}

/** Who looks at this page; somebody who is not signed in goes by the sign-in page and comes back. */
export async function requirePageSession(locale: Locale, returnPath: string): Promise<Person> {
  const person = await readPageSession();
  if (person === null) redirect(`/${locale}/sign-in?next=${encodeURIComponent(returnPath)}`);
  return person;
}
