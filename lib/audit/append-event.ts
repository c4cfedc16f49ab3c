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
  await tx.prisma.auditEvent.create({
    data: {
      id: newId(),
      at: entry.at ?? (await tx.now()),
      kind: entry.kind,
      actorKind: entry.actor.kind,
      actorId: entry.actor.kind === 'person' ? entry.actor.userId : null,
      actorLabel: labelOf(entry.actor),
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      cohortId: entry.cohortId ?? null,
      before: entry.before ?? Prisma.JsonNull,
      after: entry.after ?? Prisma.JsonNull,
      reason: entry.reason ?? null,
    },
  });
}
