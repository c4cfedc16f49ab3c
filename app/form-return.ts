import { headers } from 'next/headers';
import { findFormReturn, type FormReturn } from '@/lib/platform/door/form-return';
import { readCookie } from '@/lib/platform/session/cookies';
import { getPlatform } from './platform';

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
  return findFormReturn(platform, browser, form, retur);
}
