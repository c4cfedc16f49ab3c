import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { isLocale } from '@/lib/kernel/locale';
import { publicOrigin } from '@/lib/platform/env';
import { readNow } from '@/lib/platform/database';
import { calendarFilename, gatheringsCalendar } from '@/lib/programme/calendar';
import { cohortFacts } from '@/lib/programme/queries/cohort-facts';

interface Context {
  params: Promise<{ locale: string; slug: string; cohort: string }>;
}

/** The gatherings as a file for one's own calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug, cohort } = await params;
  if (!isLocale(locale)) return notFound();
  const [platform, person] = await Promise.all([getPlatform(), readPageSession()]);
  const facts = await cohortFacts(platform, person, { programmeSlug: slug, cohortSlug: cohort });
  if (!facts.ok) return notFound();
  const url = `${publicOrigin(platform.env)}/${locale}/programmes/${slug}/${cohort}`;
  const body = gatheringsCalendar(facts.value, locale, { url, stamp: await readNow(platform) });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${calendarFilename(facts.value)}"`,
    },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
