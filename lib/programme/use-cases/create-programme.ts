import { isDeepStrictEqual } from 'node:util';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import type { ProgrammeId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { isSlug } from '../rules/cohort-plan';
import { insertProgramme, readProgrammeBySlug, type NewProgramme } from '../store';

export type CreateProgrammeRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unsound-slug' }
  | { readonly kind: 'slug-taken'; readonly slug: string };

/**
 * Makes a programme with its categories of applicants. The same programme again is the same answer;
 * another one under a slug that is in use is refused.
 */
export async function createProgramme(
  platform: Platform,
  actor: Actor,
  input: NewProgramme,
): Promise<Result<{ programmeId: ProgrammeId }, CreateProgrammeRefusal>> {
  if (!can(actor, 'manage-programmes')) return refuse({ kind: 'forbidden' });
  if (!isSlug(input.slug)) return refuse({ kind: 'unsound-slug' });
  return inTransaction<{ programmeId: ProgrammeId }, CreateProgrammeRefusal>(
    platform,
    async (tx) => {
      const existing = await readProgrammeBySlug(tx.prisma, input.slug);
      if (existing !== null) {
        const { id, ...stored } = existing;
        return isDeepStrictEqual(stored, input)
          ? ok({ programmeId: id })
          : refuse({ kind: 'slug-taken', slug: input.slug });
      }
      const programmeId = await insertProgramme(tx, input);
      await appendEvent(tx, {
        actor,
        kind: 'programme-created',
        subject: { type: 'programme', id: programmeId },
        after: { slug: input.slug, name: input.texts.name },
      });
      return ok({ programmeId });
    },
  );
}
