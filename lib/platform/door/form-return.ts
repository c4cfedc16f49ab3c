import { z } from 'zod';
import { isId } from '@/lib/kernel/ids';
import type { Platform } from '../context';
import { newId, sha256 } from '../ids';
import type { Typed } from './nest-fields';
import type { Problem } from './problems';

/** What comes back to a form's page after a refusal. */
export interface FormReturn {
  readonly typed: Typed;
  readonly problems: readonly Problem[];
}

/** Long enough to sign in again and find one's words; short enough not to be a second archive. */
export const formReturnSeconds = 2 * 60 * 60;

/** Whose it is: one browser's, by the secret of its cookie, and in it one person's, or whoever's uses it. */
export interface Keeper {
  readonly browser: string;
  /** A person's mark; null for what was typed while nobody was signed in. */
  readonly owner: string | null;
}

/** One hash of both: without the right person a row is no more to be found than without the right browser. */
function hashOf({ browser, owner }: Keeper): string {
  return sha256(owner === null ? browser : `${browser}:${owner}`);
}

const stored = z.object({
  typed: z.record(z.string(), z.array(z.string())),
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

/** PostgreSQL keeps neither NUL nor half a surrogate pair in jsonb; what was refused may hold both. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** Keeps what was typed for whoever's it is; answers the id for the address. */
export async function keepFormReturn(
  platform: Platform,
  keeper: Keeper,
  form: string,
  { typed, problems }: FormReturn,
): Promise<string> {
  const id = newId();
  const now = Date.now();
  await platform.db.formReturn.create({
    data: {
      id,
      browserHash: hashOf(keeper),
      form,
      typed: Object.fromEntries(
        Object.entries(typed).map(([name, values]) => [storable(name), values.map(storable)]),
      ),
      problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
      createdAt: new Date(now),
      expiresAt: new Date(now + formReturnSeconds * 1000),
    },
  });
  return id;
}

/**
 * What came back to this form, in this browser, for whoever is signed in by now (null: nobody); null when the id
 * is another browser's, another person's, another form's, or old.
 */
export async function findFormReturn(
  platform: Platform,
  { browser, owner }: { readonly browser: string | null; readonly owner: string | null },
  form: string,
  id: string,
): Promise<FormReturn | null> {
  if (browser === null || !isId(id)) return null;
  const hashes = [hashOf({ browser, owner: null }), hashOf({ browser, owner })];
  const row = await platform.db.formReturn.findFirst({
    where: { id, form, browserHash: { in: hashes }, expiresAt: { gt: new Date() } },
  });
  if (row === null) return null;
  const parsed = stored.safeParse({ typed: row.typed, problems: row.problems });
  return parsed.success ? parsed.data : null;
}

/**
 * Forgets what was typed in this browser while nobody was signed in: whoever leaves it leaves it to others. What
 * is one person's stays for the time it has: nobody else can find it.
 */
export async function forgetFormReturns(platform: Platform, browser: string): Promise<void> {
  await platform.db.formReturn.deleteMany({
    where: { browserHash: hashOf({ browser, owner: null }) },
  });
}
