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
const lifetime = 2 * 60 * 60 * 1000;

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

/** Keeps what was typed for the browser whose cookie holds `browserSecret`; answers the id for the address. */
export async function keepFormReturn(
  platform: Platform,
  browserSecret: string,
  form: string,
  { typed, problems }: FormReturn,
): Promise<string> {
  const id = newId();
  const now = Date.now();
  await platform.db.formReturn.create({
    data: {
      id,
      browserHash: sha256(browserSecret),
      form,
      typed: Object.fromEntries(
        Object.entries(typed).map(([name, values]) => [storable(name), values.map(storable)]),
      ),
      problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
      createdAt: new Date(now),
      expiresAt: new Date(now + lifetime),
    },
  });
  return id;
}

/** What came back to this form in this browser; null when the id is another's, another form's, or old. */
export async function findFormReturn(
  platform: Platform,
  browserSecret: string | null,
  form: string,
  id: string,
): Promise<FormReturn | null> {
  if (browserSecret === null || !isId(id)) return null;
  const row = await platform.db.formReturn.findFirst({
    where: { id, form, browserHash: sha256(browserSecret), expiresAt: { gt: new Date() } },
  });
  if (row === null) return null;
  const parsed = stored.safeParse({ typed: row.typed, problems: row.problems });
  return parsed.success ? parsed.data : null;
}
