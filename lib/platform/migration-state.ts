import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from './context';

/** How many of this code's migrations the database has not got. Reads prisma/migrations of the working folder. */
export async function pendingMigrations(platform: Platform): Promise<number> {
  const entries = await readdir(join(process.cwd(), 'prisma', 'migrations'), {
    withFileTypes: true,
  });
  const ours = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const applied = await platform.db.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
  const done = new Set(applied.map(({ name }) => name));
  return ours.filter((name) => !done.has(name)).length;
}
