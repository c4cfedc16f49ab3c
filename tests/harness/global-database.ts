import type { TestProject } from 'vitest/node';
import { openPool } from '@/lib/platform/database';
import { openJobs } from '@/lib/platform/jobs';
import { createLog } from '@/lib/platform/log';
import { addressOf, onServer } from '@/prisma/database-server';
import { deployMigrations } from '@/prisma/migrate';
import type { RunningPostgres } from '@/lib/platform/embedded-postgres/server';
import { startThrowawayPostgres } from '@/lib/platform/embedded-postgres/start';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings of the run's server: its maintenance database and the migrated template. */
    postgres: { maintenance: string; template: string };
  }
}

type TestServer = Pick<RunningPostgres, 'connectionString' | 'createDatabase' | 'stop'>;

interface Shared {
  server: Promise<TestServer>;
  users: number;
}

/** The projects of one run are set up in one process: they share one server. */
const shared = globalThis as typeof globalThis & { opptakTestPostgres?: Shared };

/**
 * A server of another version, to try ourselves against: TEST_DATABASE_URL names a database on it,
 * with a user who may make others.
 */
function givenServer(address: string): TestServer {
  const run = (statement: string) => onServer(address, statement);
  return {
    connectionString: (database) => addressOf(address, database),
    createDatabase: async (name) => {
      await run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await run(`CREATE DATABASE "${name}"`);
    },
    stop: () => run('DROP DATABASE "template_opptak" WITH (FORCE)'),
  };
}

async function startWithTemplate(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? givenServer(given) : await startThrowawayPostgres();
  await server.createDatabase('template_opptak');
  const template = server.connectionString('template_opptak');
  await deployMigrations(template);
  await makeJobTables(template);
  return server;
}

/** The queue makes its own tables; done here, every clone is spared it. */
async function makeJobTables(connectionString: string): Promise<void> {
  const pool = openPool(connectionString, 4);
  try {
    const jobs = await openJobs(pool, false, createLog('silent'));
    await jobs.stop();
  } finally {
    await pool.end();
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = (shared.opptakTestPostgres ??= { server: startWithTemplate(), users: 0 });
  run.users += 1;
  const server = await run.server;
  project.provide('postgres', {
    maintenance: server.connectionString('postgres'),
    template: server.connectionString('template_opptak'),
  });
  return async () => {
    run.users -= 1;
    if (run.users > 0) return;
    delete shared.opptakTestPostgres;
    await server.stop();
  };
}
