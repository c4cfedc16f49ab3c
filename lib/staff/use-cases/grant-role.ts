import type { Actor, Role } from '@/lib/kernel/actor';
import { asId, type UserId } from '@/lib/kernel/ids';
import { defaultLocale, type Locale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { appendEvent } from '@/lib/audit/append-event';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { can } from '../rules/permissions';

export interface RoleToGrant {
  /** In lower case; an account is made when there is none. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale?: Locale;
}

/** Gives a role to an address, for an admin or for the first start. Granting it twice changes nothing. */
export async function grantRole(
  platform: Platform,
  actor: Actor,
  { email, name, role, locale = defaultLocale }: RoleToGrant,
): Promise<Result<{ readonly userId: UserId }, { readonly kind: 'forbidden' }>> {
  if (!can(actor, 'grant-roles')) return refuse({ kind: 'forbidden' });
  return inTransaction(platform, async (tx) => {
    const now = await tx.now();
    const user = await tx.prisma.user.upsert({
      where: { email },
      create: { id: newId(), email, name, locale, createdAt: now },
      update: { name },
    });
    const userId = asId<'User'>(user.id);
    const standing = await tx.prisma.roleGrant.findFirst({
      where: { userId, role, revokedAt: null },
    });
    if (standing !== null) return ok({ userId });
    await tx.prisma.roleGrant.create({
      data: {
        id: newId(),
        userId,
        role,
        grantedAt: now,
        grantedById: actor.kind === 'person' ? actor.userId : null,
      },
    });
    await appendEvent(tx, {
      actor,
      kind: 'role-granted',
      subject: { type: 'user', id: userId },
      after: { role },
    });
    return ok({ userId });
  });
}
