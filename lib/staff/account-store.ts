import { asId } from '@/lib/kernel/ids';
import type { Person } from '@/lib/kernel/actor';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** An account as letters need it. */
export type Account = Pick<Person, 'userId' | 'email' | 'name' | 'locale'>;

/**
 * The account of an address, made when there is none: whoever can read mail there takes it over by
 * signing in. Two at once make one. Take before the cohort's lock.
 * @param email in lower case
 * @param locale the language of a new account; one that exists keeps its own
 */
export async function findOrMakeAccount(tx: Tx, email: string, locale: Locale): Promise<Account> {
  const { count } = await tx.prisma.user.createMany({
    data: [{ id: newId<'User'>(), email, locale, createdAt: await tx.now() }],
    skipDuplicates: true,
  });
  const row = await tx.prisma.user.findUnique({ where: { email } });
  if (row === null)
    throw new Error(`An account that ${count === 1 ? 'was made' : 'exists'} is not there.`);
  return {
    userId: asId(row.id),
    email: row.email,
    name: row.name,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
  };
}
