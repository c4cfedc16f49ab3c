import type { z } from 'zod';
import type { Person } from '@/lib/kernel/actor';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import type { Result } from '@/lib/kernel/result';
import type { Platform } from '../context';
import { allowedOrigins } from '../env';
import { sha256 } from '../ids';
import type { RateRule } from '../limits';
import { answer, type Reply } from './answer';
import { nestFields, type Typed } from './nest-fields';
import type { Done, DoorOptions, House, Params, RouteHandler, Visit } from './options';
import { isPlainKind, statusOf } from './plain-answer';
import { bringsProblems, problemOfRefusal, problemsOfParse, type Problem } from './problems';
import { readBody, type BodyRefusal, type Received, type ReceivedFile } from './read-body';
import { sendBack, type Returned } from './send-back';
import { markOf, takeShownTo } from './shown-to';

const usual: RateRule = { name: 'form', points: 240, seconds: 60 };

/** The network address as the nearest proxy tells it, hashed: it counts, and is not kept. */
function addressKey(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return `address:${sha256(forwarded).slice(0, 32)}`;
}

function comesFromUs(request: Request, origins: readonly string[]): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && origins.includes(origin);
}

/**
 * The one way in for changes. Makes the POST of a route: origin, size, rate, session, parse, act, and
 * then 303 for a browser or JSON for a client that asks for it (problems by RFC 9457). A refusal goes
 * back to the form's page with everything that was typed.
 *
 * Origin is the guard against forged requests: browsers always send it with a POST, so a request
 * without it, or with another's, is refused with 403.
 */
export function openDoor<Form extends z.ZodType>(
  house: House,
  options: DoorOptions<Form>,
): RouteHandler {
  return async (request, context) => {
    const params = Object.fromEntries(
      Object.entries(await context.params).map(([key, value]) => [key, String(value)]),
    );
    const locale = isLocale(params.locale) ? params.locale : defaultLocale;
    const reply: Reply = { json: asksForJson(request), locale };
    const platform = await house.platform();
    try {
      return await pass(house, options, platform, request, { ...reply, params });
    } catch (error) {
      platform.log.error({ err: error, form: options.name }, 'a form could not be handled');
      return answer.plain(reply, 'out-of-order');
    }
  };
}

function asksForJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') || accept.includes('application/problem+json');
}

async function pass<Form extends z.ZodType>(
  house: House,
  options: DoorOptions<Form>,
  platform: Platform,
  request: Request,
  reply: Reply & { readonly params: Params },
): Promise<Response> {
  const { params, locale } = reply;
  const cookies = request.headers.get('cookie');
  if (params.locale !== undefined && !isLocale(params.locale))
    return answer.plain(reply, 'not-found');
  if (!comesFromUs(request, allowedOrigins(platform.env))) {
    return answer.plain(reply, 'foreign-origin');
  }
  const visit: Visit = { platform, locale, params, cookies };
  const actor = await house.identify(platform, cookies);
  const key = actor === null ? addressKey(request) : `person:${actor.userId}`;
  const wait = await platform.limits.consume(options.rate ?? usual, key);

  const isLetIn = wait === 0 && (options.access === 'public' || actor !== null);
  // Nothing is written to disk for somebody who is turned away whatever came.
  const storage = isLetIn ? platform.storage : null;
  const received = await readBody(request, storage, options.largestFile ?? null);
  if (!received.ok && received.refusal.kind !== 'file-too-large') {
    return answer.plain(reply, received.refusal.kind);
  }
  const { shownTo, typed } = takeShownTo(typedOf(received));
  const own = actor === null ? null : markOf(actor);
  const send = (to: Pick<Returned, 'owner' | 'problems' | 'status' | 'by'>) =>
    sendBack(platform, reply, cookies, {
      form: options.name,
      page: options.returnTo(visit),
      typed,
      inWords: options.inWords,
      ...to,
    });
  const back = (problems: readonly Problem[], status: number) =>
    send({ owner: own, problems, status, by: (page) => page });
  const throughSignIn = (code: string, status: number, search = '') =>
    send({
      owner: shownTo,
      problems: [{ field: '', code, params: {} }],
      status,
      by: (page) => `/${locale}/sign-in?next=${encodeURIComponent(page)}${search}`,
    });
  // One browser, two persons after each other, and the first one's page still open. It must not be saved,
  // decided or signed in the second one's name, and is not the second one's to read: it waits for whoever it
  // was shown to, who is asked to sign in again. Nobody is named on the way, neither to the one nor the other.
  const forSomebodyElse = () => throughSignIn('somebody-else', 403, `&for=${String(shownTo)}`);
  const isAnothers = shownTo !== null && own !== null && shownTo !== own;
  const discard = () => discardFile(platform, received.ok ? received.value.file : null);
  if (isAnothers && options.access === 'signed-in') {
    await discard();
    return forSomebodyElse();
  }
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60);
    return back([{ field: '', code: 'too-many-attempts', params: { minutes } }], 429);
  }
  if (options.access === 'signed-in' && actor === null) return throughSignIn('session-ended', 401);
  const fields = nestFields(typed);
  const parsed = options.form.safeParse(fields);
  if (!received.ok || !parsed.success) {
    await discard();
    const problems = [
      ...(received.ok ? [] : [problemOfRefusal(received.refusal, 'file')]),
      ...(parsed.success ? [] : problemsOfParse(parsed.error)),
    ];
    const hasFile = received.ok && received.value.file !== null;
    const kept = actor && (await options.keep?.({ ...visit, actor, fields, hasFile }, problems));
    return back([...problems, ...(kept ?? [])], received.ok ? 422 : 413);
  }
  const given = { ...visit, input: parsed.data, file: received.value.file };
  let result: Result<Done>;
  try {
    const speaker = await speakerOf(house, platform, actor, locale);
    result =
      options.access === 'public'
        ? await options.act({ ...given, actor: speaker })
        : await options.act({ ...given, actor: speaker as Person });
  } catch (error) {
    await discard();
    throw error;
  }
  if (result.ok) {
    const { to, cookies: made = [], also } = result.value;
    return answer.done(reply, to, made, also);
  }
  await discard();
  const { refusal } = result;
  if (refusal.kind === 'not-found' || refusal.kind === 'forbidden') {
    // A form that is open to everybody was let in; that it is not this person's is learnt only here.
    if (isAnothers) return forSomebodyElse();
    if (shownTo !== null && actor === null) return throughSignIn('session-ended', 401);
    return answer.plain(reply, refusal.kind);
  }
  const problems = bringsProblems(refusal)
    ? refusal.problems
    : [problemOfRefusal(refusal, options.fieldOf?.(refusal))];
  return back(problems, isPlainKind(refusal.kind) ? statusOf(refusal.kind) : 409);
}

/** Who acts, with the language that they act in as their own: so the letters of this act follow it. */
async function speakerOf(
  house: House,
  platform: Platform,
  actor: Person | null,
  locale: Locale,
): Promise<Person | null> {
  if (actor === null || actor.locale === locale) return actor;
  const remembered = await house.rememberLanguage(platform, actor, locale);
  return remembered.ok ? remembered.value : actor;
}

/** What was typed in a form; also in one whose file was too large to be taken. */
function typedOf(received: Result<Received, BodyRefusal>): Typed {
  if (received.ok) return received.value.typed;
  return received.refusal.kind === 'file-too-large' ? received.refusal.typed : {};
}

async function discardFile(platform: Platform, file: ReceivedFile | null): Promise<void> {
  if (file !== null) await platform.storage.remove(file.key);
}
