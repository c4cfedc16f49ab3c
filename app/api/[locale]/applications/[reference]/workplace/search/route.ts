import { getPlatform } from '@/app/platform';
import { readPageSession } from '@/app/session';
import { choicesOf, type WorkplaceChoices } from '@/components/application/workplace-choice';
import { wordProblem } from '@/components/texts/word-problem';
import { searchWorkplaces } from '@/lib/application/queries/workplace-search';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { answer } from '@/lib/platform/door/answer';
import { problemOfRefusal } from '@/lib/platform/door/problems';
import type { RateRule } from '@/lib/platform/limits';

interface Context {
  readonly params: Promise<{ locale: string; reference: string }>;
}

/** As one types, with a pause between: nobody types more than one search a second for a minute. */
const rate: RateRule = { name: 'workplace-search', points: 60, seconds: 60 };

/** What the workplace page's script shows while one types. Changes nothing, and nothing of it is logged. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, reference } = await params;
  const person = await readPageSession();
  if (person === null || !isLocale(locale)) {
    return answer.plain({ json: true, locale: isLocale(locale) ? locale : 'nb' }, 'not-found');
  }
  const reply = { json: true, locale };
  const platform = await getPlatform();
  try {
    const wait = await platform.limits.consume(rate, `person:${person.userId}`);
    if (wait > 0) return answer.plain(reply, 'too-many-attempts');
    const typed = new URL(request.url).searchParams.get('q') ?? '';
    const search = await searchWorkplaces(platform, person, { reference, typed });
    if (search.ok) return found(choicesOf(locale, typed.trim(), search.value));
    if (search.refusal.kind === 'not-found') return answer.plain(reply, 'not-found');
    return found(nothing(locale, problemOfRefusal(search.refusal, 'search')));
  } catch (error) {
    platform.log.error({ err: error }, 'workplaces could not be searched for');
    return answer.plain(reply, 'out-of-order');
  }
}

function nothing(locale: Locale, problem: Parameters<typeof wordProblem>[2]): WorkplaceChoices {
  return { status: wordProblem(locale, 'application', problem), choices: [], notes: [] };
}

function found(choices: WorkplaceChoices): Response {
  return Response.json(choices, { headers: { 'cache-control': 'private, no-store' } });
}
