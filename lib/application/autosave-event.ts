import { isDeepStrictEqual } from 'node:util';
import type { ApplicationId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';

/** Autosaves of one thing are one event in this many milliseconds. */
const span = 10 * 60_000;

/** What an event of an autosave carries of what was saved: the step of a draft, or the number of a request. */
type Autosaved = { readonly step: string } | { readonly request: number };

/** What an event says of an autosave. */
export function autosaveOf<Of extends Autosaved>(what: Of): Of & { readonly autosaved: true } {
  return { ...what, autosaved: true };
}

/**
 * Whether the newest event of its kind tells already that this saves itself: one event says who wrote in it
 * from when on, and the row that is saved says when last. What is pressed is always an event of its own.
 */
export async function isAutosaveTold(
  prisma: Tx['prisma'],
  {
    applicationId,
    kind,
    what,
    now,
  }: {
    readonly applicationId: ApplicationId;
    readonly kind: string;
    readonly what: Autosaved;
    readonly now: Instant;
  },
): Promise<boolean> {
  const last = await prisma.auditEvent.findFirst({
    where: {
      subjectType: 'application',
      subjectId: applicationId,
      kind,
      at: { gt: new Date(now.getTime() - span) },
    },
    orderBy: { id: 'desc' },
    select: { after: true },
  });
  return isDeepStrictEqual(last?.after, autosaveOf(what));
}
