import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { endSession } from '@/lib/platform/session/session-store';
import { consumeSignInLink } from '@/lib/platform/session/sign-in';
import { personOfSession } from '../queries/signed-in-person';
import { isStaff } from '../rules/permissions';
import { rememberLanguage } from './remember-language';

export interface LinkUsedUp {
  readonly kind: 'link-used-up';
}

/**
 * Uses up a sign-in link and begins a session. A session that the browser had before ends, whoever's
 * it was. The language of the page becomes the account's own.
 * @returns the new session's secret, for its cookie, and whether the person is staff
 */
export async function confirmSignIn(
  platform: Platform,
  locale: Locale,
  input: { readonly token: string; readonly formerSession: string | null },
): Promise<Result<{ readonly sessionSecret: string; readonly isStaff: boolean }, LinkUsedUp>> {
  const sessionSecret = await consumeSignInLink(platform, locale, input.token);
  if (sessionSecret === null) return refuse({ kind: 'link-used-up' });
  if (input.formerSession !== null) await endSession(platform, input.formerSession);
  const person = await personOfSession(platform, sessionSecret);
  if (person !== null) await rememberLanguage(platform, person, locale);
  return ok({ sessionSecret, isStaff: person !== null && isStaff(person) });
}
