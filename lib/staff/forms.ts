import { z } from 'zod';
import { email, optionalText } from '@/lib/platform/door/fields';

/** Asks for a sign-in link. `next` is where the person was going. */
export const requestSignInForm = z.object({
  email: email(),
  next: optionalText({ max: 500 }),
});

/** The button that uses the link. The secret travels in a cookie, never in the form. */
export const confirmSignInForm = z.object({});

export const signOutForm = z.object({});

/** An address that is one of our own pages: nobody is led away by a crafted link. */
export function ownAddress(next: string | null, fallback: string): string {
  if (next === null || !/^\/(nb|nn|en)(\/|\?|$)/.test(next) || /[\\\s]|\/\//.test(next)) {
    return fallback;
  }
  return next;
}
