import { expect, it } from 'vitest';
import { databaseClock } from '@/lib/platform/clock';
import { openDatabase, openPool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { testDatabase } from '../harness/database';

it('instants are the same on a server whose own zone is Oslo', async () => {
  const { connectionString, pool: first } = await testDatabase({ connections: 1 });
  const { rows } = await first.query<{ name: string }>('select current_database() as name');
  await first.query(`alter database "${rows[0]?.name ?? ''}" set timezone to 'Europe/Oslo'`);
  const pool = openPool(connectionString, 2);
  const prisma = openDatabase(pool);
  try {
    const now = await databaseClock().now(prisma);
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);

    const id = newId<'User'>();
    const createdAt = new Date('2027-05-31T21:59:59.999Z');
    const email = 'kari@opptak.example';
    await prisma.user.create({ data: { id, email, locale: 'nb', createdAt } });
    const [stored] = await prisma.$queryRaw<{ local: string; at: Date }[]>`
      select to_char(created_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI:SS.MS') as local,
        created_at as at
      from user_account where id = ${id}::uuid`;
    expect(stored).toEqual({ local: '2027-05-31 23:59:59.999', at: createdAt });
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
});
