import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deployMigrations } from '@/prisma/migrate';
import { freePort } from '../embedded-postgres/free-port';
import type { RunningPostgres } from '../embedded-postgres/server';
import { startDurablePostgres } from '../embedded-postgres/start';
import { EnvironmentError, type Env, parseEnv } from '../env';
import { buildIfStale, isBuilt } from './build';
import { ChildFailed, endChildren, runNode, track, typescript } from './child';
import { generateClientIfStale } from './generate-client';
import { authSecret, DemoMark, emptyDatabase, isEmpty, staff } from './installation';
import { askForAdmin, readStartOptions, type StartOptions, UsageError } from './options';
import { type StartLock, takeStartLock } from './start-lock';
import { loadEnvFile, postgresFolder } from './database-address';

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
  await serve(env, host, port);
  await tellWhereToGo(parsed, address, connectionString);
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

/** Asked for before anything is started, since the sentence is better than Next's stack trace. */
function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        new UsageError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
            : `Opptak cannot listen on ${host}, port ${port} (${error.message}). Set HOST and PORT to something that this machine has.`,
        ),
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        settle();
      });
    });
  });
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

async function serve(env: NodeJS.ProcessEnv, host: string, port: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './lib/platform/commands/end-with-parent.mjs',
      ...typescript('lib/platform/commands/web.ts'),
    ],
    {
      env: {
        ...env,
        HOST: host,
        PORT: String(port),
        NODE_ENV: 'production',
        NEXT_DIST_DIR: buildFolder,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  track(child);
  // Next's own greeting is kept back: ours says more. Everything after it is shown.
  let ready = false;
  let held = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      if (ready) process.stdout.write(chunk);
      else held += chunk.toString();
    });
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  child.once('exit', (code) => {
    if (ending || !ready) return;
    console.error(`\nThe server has ended by itself (code ${code ?? 'none'}).\n`);
    void end(code === 0 ? 1 : (code ?? 1));
  });
  const asked = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    if (hasEnded()) throw new ChildFailed('The server did not start.', held.trim());
    if (await answers(`http://${asked.includes(':') ? `[${asked}]` : asked}:${port}/readyz`)) break;
    if (performance.now() > giveUpAt) {
      throw new ChildFailed('The server started, but is not ready after a minute.', held.trim());
    }
    await pause(50);
  }
  ready = true;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

async function tellWhereToGo(env: Env, address: string, connectionString: string): Promise<void> {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const lines = [`\nOpptak is ready (${seconds} s): ${address}`];
  if (env.DEMO === 'on') {
    const people = await staff(connectionString);
    lines.push(
      'Sign in with any address as an applicant, or as staff with',
      ...people.map(({ role, email }) => `  ${role.padEnd(9)} ${email}`),
    );
  }
  if (env.SMTP_URL === undefined) {
    const files = `${join(env.DATA_DIR, 'mail')}/*.eml`;
    lines.push(
      env.DEMO === 'on'
        ? `Mail lands in ${address}/dev/mailbox and in ${files}: nothing leaves this machine.`
        : `Mail lands in ${files}. Set SMTP_URL to send it.`,
    );
  }
  lines.push('Ctrl-C stops everything.\n');
  console.log(lines.join('\n'));
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
