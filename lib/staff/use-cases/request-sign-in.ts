import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import { signInLetter } from '@/emails/sign-in';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import { sha256 } from '@/lib/platform/ids';
import { createSignInLink } from '@/lib/platform/session/sign-in';

export interface TooManyLinks {
  readonly kind: 'too-many-links';
  readonly minutes: number;
}

/** A person who has not got the letter asks again; a machine that floods somebody's mailbox is stopped. */
const perAddress = { name: 'sign-in-address', points: 5, seconds: 15 * 60 };

/**
 * Sends a sign-in link to an address. The answer, the letter and the work done are the same whether or
 * not the address is known, so that nobody can ask who has an account.
 * @param next the page to go on to, already checked to be our own; empty for where the person's work is
 */
export async function requestSignIn(
  platform: Platform,
  input: { readonly email: string; readonly next: string; readonly locale: Locale },
): Promise<Result<{ readonly email: string }, TooManyLinks>> {
  const { email, locale, next } = input;
  const wait = await platform.limits.consume(perAddress, sha256(email).slice(0, 32));
  if (wait > 0) return refuse({ kind: 'too-many-links', minutes: Math.ceil(wait / 60) });
  const token = await createSignInLink(platform, locale, email);
  const query = new URLSearchParams({ next }).toString();
  const rendered = await signInLetter(locale, {
    link: `${publicOrigin(platform.env)}/api/${locale}/sign-in/link/{{secret}}?${query}`,
    installation: platform.env.INSTALLATION_NAME,
  });
  return inTransaction(platform, async (tx) => {
    await queueLetter(tx, { kind: 'sign-in', to: email, locale, rendered, secret: token });
    return ok({ email });
  });
}
