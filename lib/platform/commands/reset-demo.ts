import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deployMigrations } from '@/prisma/migrate';
import type { RunningPostgres } from '../embedded-postgres/server';
import { startDurablePostgres } from '../embedded-postgres/start';
import { parseEnv } from '../env';
import { ChildFailed, runNode, typescript } from './child';
import { loadEnvFile, postgresFolder } from './database-address';
import { generateClientIfStale } from './generate-client';
import { authSecret, connectionsInUse, DemoMark, emptyDatabase, isEmpty } from './installation';
import { UsageError } from './options';
import { takeStartLock } from './start-lock';

/** `npm run demo:reset`: throws the demo's data, mail and documents away, and makes it anew. */
async function main(args: string[]): Promise<void> {
  loadEnvFile();
  const data = process.env['DATA_DIR'] || '.data';
  mkdirSync(data, { recursive: true });
  const given = process.env['DATABASE_URL'] || undefined;
  if (given && !args.includes('--yes')) {
    const { hostname, pathname } = new URL(given);
    throw new UsageError(
      `DATABASE_URL is set: this would throw away everything in the database "${pathname.slice(1)}" on ${hostname}. If that is what you want, say so: npm run demo:reset -- --yes`,
    );
  }
  const env = {
    ...process.env,
    DATA_DIR: data,
    AUTH_SECRET: process.env['AUTH_SECRET'] || authSecret(data),
    DEMO: 'on',
    WORKER: 'off',
  };
  parseEnv(env);
  const demo = new DemoMark(data, given);
  const lock = await takeStartLock(data, 'npm run demo:reset');
  if ('heldBy' in lock) {
    throw new UsageError(
      `Opptak runs now: ${lock.heldBy}. Stop it first, then make the demo anew.`,
    );
  }
  let server: RunningPostgres | undefined;
  try {
    if (!given) {
      server = await startDurablePostgres(postgresFolder());
      if (demo.state === 'none' && !args.includes('--yes') && (await hasPeople(server))) {
        throw new UsageError(
          `The database in ${data} does not hold the demo but an installation of its own. To throw that away, say npm run demo:reset -- --yes`,
        );
      }
    }
    const connectionString = given ?? server?.connectionString('opptak') ?? '';
    if ((await connectionsInUse(connectionString)) > 0) {
      throw new UsageError('Opptak runs now on this database. Stop it first, then try again.');
    }
    await generateClientIfStale();
    demo.set('begun');
    await emptyDatabase(connectionString);
    for (const folder of ['mail', 'documents']) {
      rmSync(join(data, folder), { recursive: true, force: true });
    }
    await deployMigrations(connectionString);
    console.log('Making the demo anew …');
    await runNode('Making the demo (prisma/seed.ts)', typescript('prisma/seed.ts'), {
      env: { ...env, DATABASE_URL: connectionString },
    });
    demo.set('done');
    console.log('The demo is as new. Start it with npm start.');
  } finally {
    await server?.stop();
    lock.release();
  }
}

async function hasPeople(server: RunningPostgres): Promise<boolean> {
  const connectionString = server.connectionString('opptak');
  await deployMigrations(connectionString);
  return !(await isEmpty(connectionString));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof ChildFailed) console.error(error.output);
  process.exitCode = 1;
}
