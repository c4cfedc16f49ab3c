import { cache } from 'react';
import { noSuchPage } from '@/app/no-such-page';
import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { programmePage, type ProgrammePage } from '@/lib/programme/queries/programme-page';

/** A programme for its page and its title alike, read once a request; 404 for what the reader may not see. */
export const readProgrammePage = cache(
  async (
    locale: string,
    programmeSlug: string,
    cohortSlug?: string,
  ): Promise<{ locale: Locale; page: ProgrammePage }> => {
    if (!isLocale(locale)) noSuchPage();
    const [platform, person] = await Promise.all([getPlatform(), readPageSession()]);
    const args = cohortSlug === undefined ? { programmeSlug } : { programmeSlug, cohortSlug };
    const page = await programmePage(platform, person, args);
    if (!page.ok) noSuchPage(locale);
    return { locale, page: page.value };
  },
);
