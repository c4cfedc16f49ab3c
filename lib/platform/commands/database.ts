import { relative } from 'node:path';
import { deployMigrations, writeMigration } from '@/prisma/migrate';
import { startThrowawayPostgres } from '../embedded-postgres/start';
import { loadEnvFile, withDatabase } from './database-address';
import { generateClientIfStale } from './generate-client';

/** `npm run db:generate`, `npm run db:migrate` and `npm run db:migration -- name`. */
async function main(command: string | undefined, name: string | undefined): Promise<void> {
  loadEnvFile();
  if (command === 'generate') {
    await generateClientIfStale();
    return;
  }
  if (command === 'migrate') {
    const applied = await withDatabase(deployMigrations);
    for (const migration of applied) console.log(`Applied ${migration}.`);
    console.log(
      applied.length === 0 ? 'The database is up to date already.' : 'The database is up to date.',
    );
    return;
  }
  if (command === 'migration' && name !== undefined) {
    const server = await startThrowawayPostgres();
    try {
      const file = await writeMigration(name, server.connectionString('postgres'), new Date());
      console.log(
        file === undefined
          ? 'The migrations make exactly what prisma/schema.prisma says: there is nothing to write.'
          : `Wrote ${relative(process.cwd(), file)}. Read it, and add by hand what Prisma has no word for: checks, triggers, partial indexes.`,
      );
    } finally {
      await server.stop();
    }
    return;
  }
  throw new Error('Say what to do: npm run db:migrate, or npm run db:migration -- add_something');
}

try {
  await main(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
