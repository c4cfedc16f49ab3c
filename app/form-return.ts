import { headers } from 'next/headers';
import { isNews } from '@/components/texts/word-problem';
import { findFormReturn, type FormReturn } from '@/lib/platform/door/form-return';
import { markOf } from '@/lib/platform/door/shown-to';
import { readCookie } from '@/lib/platform/session/cookies';
import { getPlatform } from './platform';
import { readPageSession } from './session';

export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What came back to a form after a refusal (`?retur=` in the address): as typed, and what is wrong; else null. */
export async function readFormReturn(
  form: string,
  searchParams: SearchParams,
): Promise<FormReturn | null> {
  const { retur } = await searchParams;
  if (typeof retur !== 'string') return null;
  const platform = await getPlatform();
  const browser = readCookie(platform.env, (await headers()).get('cookie'), 'form');
  const reader = await readPageSession();
  const owner = reader === null ? null : markOf(reader);
  return findFormReturn(platform, { browser, owner }, form, retur);
}

/** Whether one of these forms came back with something to put right: more than that somebody was signed out. */
export async function wasRefused(
  forms: readonly string[],
  searchParams: SearchParams,
): Promise<boolean> {
  const back = await Promise.all(forms.map((form) => readFormReturn(form, searchParams)));
  return back.some((each) => each?.problems.some((problem) => !isNews(problem)) ?? false);
}

/** Whether an address of ours leads to a form that came back: what somebody typed waits there for them. */
export function leadsToTyped(address: string): boolean {
  return address.includes('retur=');
}
