import type { Locale } from '@/lib/kernel/locale';
import type { Platform } from '../context';
import { newSecret } from '../ids';
import { readCookie, setCookie } from '../session/cookies';
import { answer, type Reply } from './answer';
import { formReturnSeconds, keepFormReturn } from './form-return';
import type { Typed } from './nest-fields';
import type { Problem } from './problems';

/** A form that goes back to where it came from. */
export interface Returned {
  readonly form: string;
  readonly page: string;
  /** The way to the page: straight, or through the sign-in that it needs. */
  readonly by: (page: string) => string;
  /** The mark of the one person who may read it again; null for whoever has the browser. */
  readonly owner: string | null;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly status: number;
  readonly inWords: ((problem: Problem, locale: Locale) => string) | undefined;
}

/** Sends the browser back to the form's page, with what was typed kept for it and nobody else. */
export async function sendBack(
  platform: Platform,
  reply: Reply,
  cookies: string | null,
  { form, page, by, owner, typed, problems, status, inWords }: Returned,
): Promise<Response> {
  if (reply.json) return answer.problems(reply, status, problems, inWords);
  const known = readCookie(platform.env, cookies, 'form');
  const browser = known?.length === 43 ? known : newSecret();
  const id = await keepFormReturn(platform, { browser, owner }, form, { typed, problems });
  const target = by(`${page}${page.includes('?') ? '&' : '?'}retur=${id}`);
  return answer.done(reply, target, [setCookie(platform.env, 'form', browser, formReturnSeconds)]);
}
