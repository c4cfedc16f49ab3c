import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** Something that was done: to whom or what, from what to what, and why. */
export interface AuditEntry {
  readonly actor: Actor;
  /** Kebab-case, past tense: 'application-submitted'. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly cohortId?: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
  readonly reason?: string;
  /** When it happened, when that has been asked for already; else the clock is asked. */
  readonly at?: Instant;
}

/** How an actor stands in the record: a name that still says something when the account is gone. */
function labelOf(actor: Actor): string {
  return actor.kind === 'system' ? actor.job : (actor.name ?? actor.email);
}

/** Adds an event in the transaction of the change that it tells of. Rows are never changed (rule 18). */
export async function appendEvent(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.prisma.$executeRaw(eventInsert({ ...entry, at: entry.at ?? (await tx.now()) }));
}

/** The statement that adds an event, for `writeTogether`; under a condition, for `writeIfUnchanged`. */
export function eventInsert(
  entry: AuditEntry & { readonly at: Instant },
  condition = Prisma.sql`true`,
): Prisma.Sql {
  const { actor, at, kind, subject, cohortId, before, after, reason } = entry;
  const actorId = actor.kind === 'person' ? actor.userId : null;
  return Prisma.sql`
    insert into audit_event (id, at, kind, actor_kind, actor_id, actor_label, subject_type,
      subject_id, cohort_id, before, after, reason)
    select ${newId()}::uuid, ${at}::timestamptz, ${kind}, ${actor.kind}, ${actorId}::uuid, ${labelOf(actor)},
      ${subject.type}, ${subject.id}::uuid, ${cohortId ?? null}::uuid,
      ${JSON.stringify(before ?? null)}::jsonb, ${JSON.stringify(after ?? null)}::jsonb,
      ${reason ?? null} where ${condition}`;
}
