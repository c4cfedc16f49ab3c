import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deployMigrations } from '@/prisma/migrate';
import { freePort } from '../embedded-postgres/free-port';
import type { RunningPostgres } from '../embedded-postgres/server';
import { startDurablePostgres } from '../embedded-postgres/start';
import { EnvironmentError, parseEnv } from '../env';
import { buildIfStale, isBuilt } from './build';
import { ChildFailed, endChildren, runNode, typescript } from './child';
import { loadEnvFile, postgresFolder } from './database-address';
import { generateClientIfStale } from './generate-client';
import { authSecret, DemoMark, emptyDatabase, isEmpty } from './installation';
import { askForAdmin, readStartOptions, type StartOptions, UsageError } from './options';
import { refuseTakenPort } from './refuse-taken-port';
import { type StartLock, takeStartLock } from './start-lock';
import { startServing } from './start-serving';
import { tellWhereToGo } from './tell-where-to-go';

/** The TypeScript part of `npm start`: brings up the database and the pages, and keeps both until told to stop. */
const begun = performance.now();
const buildFolder = '.next';

let postgres: RunningPostgres | undefined;
let lock: StartLock | undefined;
let ending: Promise<void> | undefined;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    await endChildren();
    await postgres?.stop();
    lock?.release();
    process.exit(code);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) console.log('\nStopping …');
    void end(0);
  });
}
process.once('disconnect', () => void end(0));

try {
  await start(readStartOptions(process.argv.slice(2)));
} catch (error) {
  // Told to stop in the middle of the start: whatever fails now fails for that.
  if (!ending) {
    console.error(`\n${inWords(error)}\n`);
    await end(1);
  }
}

async function start(options: StartOptions): Promise<void> {
  loadEnvFile();
  const data = process.env['DATA_DIR'] || '.data';
  mkdirSync(data, { recursive: true });
  const given = process.env['DATABASE_URL'] || undefined;
  const demo = new DemoMark(data, given);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: data,
    AUTH_SECRET: process.env['AUTH_SECRET'] || authSecret(data),
  };
  if (process.env['PORT'] === '0') env['PORT'] = String(await freePort());
  const { HOST: host, PORT: port } = parseEnv(env);
  const address = `http://localhost:${port}`;
  if (!given) await takeLockOrSayWho(data, address);
  await refuseTakenPort(host, port);

  await generateClientIfStale();
  const freshBuild = isBuilt(buildFolder, env);
  // A first start has a minute of building before it; the database gets ready meanwhile.
  const building = options.demo ? buildIfStale(buildFolder, env, say) : undefined;
  building?.catch(() => undefined);

  const connectionString = given ?? (await startEmbedded(freshBuild));
  env['DATABASE_URL'] = connectionString;
  const applied = await deployMigrations(connectionString);
  if (applied.length > 0) say(`The database has had ${count(applied.length, 'migration')}.`);

  if (demo.state === 'begun') {
    say('The demo was left half-made: making it anew.');
    await emptyDatabase(connectionString);
    await deployMigrations(connectionString);
  }
  if (await isEmpty(connectionString)) {
    if (options.demo) await seedDemo(env, demo);
    else await createFirstAdmin(env, options.admin);
  } else if (!options.demo && demo.state !== 'none') {
    throw new UsageError(
      `This database holds the demo. For an empty one, move ${data} away (or name another with DATABASE_URL) and start again with --no-demo.`,
    );
  }
  env['DEMO'] = process.env['DEMO'] || (demo.state === 'done' ? 'on' : 'off');
  const parsed = parseEnv(env);

  await (building ?? buildIfStale(buildFolder, env, say));
  const serving = await startServing({ ...env, NEXT_DIST_DIR: buildFolder }, host, port);
  void serving.ended.then((code) => {
    if (ending) return;
    console.error(`\nThe server has ended by itself (code ${code ?? 'none'}).\n`);
    void end(code === 0 ? 1 : (code ?? 1));
  });
  const seconds = (performance.now() - begun) / 1000;
  await tellWhereToGo(parsed, address, connectionString, seconds);
}

async function takeLockOrSayWho(data: string, address: string): Promise<void> {
  const taken = await takeStartLock(data, `${address} (process ${process.pid})`);
  if ('heldBy' in taken) {
    throw new UsageError(
      `Opptak runs already on the database in ${data}: ${taken.heldBy}. Use that one, or stop it first.`,
    );
  }
  lock = taken;
}

async function startEmbedded(quiet: boolean): Promise<string> {
  if (!quiet) say('Starting the database …');
  const server = await startDurablePostgres(postgresFolder());
  postgres = server;
  void server.ended.then(() => {
    if (ending) return;
    console.error(
      `\nThe embedded PostgreSQL has ended by itself. ${join(postgresFolder(), 'server.log')} says why.\n`,
    );
    void end(1);
  });
  return server.connectionString('opptak');
}

async function seedDemo(env: NodeJS.ProcessEnv, demo: DemoMark): Promise<void> {
  say('Making the demo: programmes, cohorts, applicants, staff …');
  demo.set('begun');
  await runNode('Making the demo (prisma/seed.ts)', typescript('prisma/seed.ts'), {
    env: { ...env, DEMO: 'on', WORKER: 'off' },
  });
  demo.set('done');
}

async function createFirstAdmin(env: NodeJS.ProcessEnv, given: string | undefined): Promise<void> {
  const email = given ?? (await askForAdmin());
  const name = email.split('@')[0] ?? email;
  await runNode(
    'Making the first administrator',
    typescript('lib/platform/commands/first-admin.ts', email, name),
    { env },
  );
  say(`${email} is the first administrator.`);
}

function inWords(error: unknown): string {
  if (error instanceof ChildFailed) {
    return `${error.message}\n${error.output.split('\n').slice(-40).join('\n')}`;
  }
  if (error instanceof EnvironmentError || error instanceof UsageError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

function say(sentence: string): void {
  console.log(sentence);
}

function count(number: number, thing: string): string {
  return number === 1 ? `one ${thing}` : `${number} ${thing}s`;
}
