import { appendEvent } from '@/lib/audit/append-event';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { ok, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';

/**
 * Makes the language that somebody sends a form in their account's own. Letters follow it until the
 * application says which language they are wanted in. Nothing happens when it is theirs already.
 */
export async function rememberLanguage(
  platform: Platform,
  actor: Person,
  locale: Locale,
): Promise<Result<Person, never>> {
  if (actor.locale === locale) return ok(actor);
  return inTransaction(platform, async (tx) => {
    const { count } = await tx.prisma.user.updateMany({
      where: { id: actor.userId, locale: { not: locale } },
      data: { locale },
    });
    if (count > 0) {
      await appendEvent(tx, {
        actor,
        kind: 'language-chosen',
        subject: { type: 'user', id: actor.userId },
        before: { locale: actor.locale },
        after: { locale },
      });
    }
    return ok({ ...actor, locale });
  });
}
