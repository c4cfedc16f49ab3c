import { headers } from 'next/headers';
import { cache } from 'react';
import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import { requirePageSession } from '@/app/session';
import type { Person } from '@/lib/kernel/actor';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { myApplication, type MyApplication } from '@/lib/application/queries/my-application';

export interface OwnApplicationParams {
  readonly params: Promise<{ locale: string; reference: string }>;
}

/** Who looks at a personal page, in which language; somebody not signed in goes by the sign-in and back. */
export const readPerson = cache(
  async (locale: string): Promise<{ locale: Locale; person: Person }> => {
    if (!isLocale(locale)) noSuchPage();
    const path = (await headers()).get('x-pathname') ?? `/${locale}/applications`;
    return { locale, person: await requirePageSession(locale, path) };
  },
);

/** One's own application, for a page and its title alike, read once a request; anybody else's is a 404. */
export const readOwnApplication = cache(
  async (
    locale: string,
    reference: string,
  ): Promise<{ locale: Locale; person: Person; application: MyApplication }> => {
    const reader = await readPerson(locale);
    const application = await myApplication(await getPlatform(), reader.person, { reference });
    if (application === null) noSuchPage(locale);
    return { ...reader, application };
  },
);
