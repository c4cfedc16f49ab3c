import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child';
import { fingerprint, isFresh } from './fingerprint';

const sources = [
  'app',
  'components',
  'emails',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

const nextCommand = 'node_modules/next/dist/bin/next';

function wantedFor(env: NodeJS.ProcessEnv): string {
  return fingerprint(sources, [env['APP_URL'] ?? '', process.version]);
}

/** Whether `folder` holds a build of exactly these sources. */
export function isBuilt(folder: string, env: NodeJS.ProcessEnv): boolean {
  return isFresh(join(folder, 'opptak-build'), wantedFor(env));
}

/** Builds the pages into `folder`, unless it holds a build of exactly these sources. */
export async function buildIfStale(
  folder: string,
  env: NodeJS.ProcessEnv,
  announce: (sentence: string) => void,
): Promise<void> {
  if (isBuilt(folder, env)) return;
  announce('Building the pages (about a minute, only after a change) …');
  const stamp = join(folder, 'opptak-build');
  rmSync(stamp, { force: true });
  // Taken before: what changes during the build is built by the next start.
  const wanted = wantedFor(env);
  // Next adds the types of every folder that it builds into to the project's own settings.
  const settings = readFileSync('tsconfig.json', 'utf8');
  try {
    await runNode('Building the pages (next build)', [nextCommand, 'build'], {
      env: {
        ...env,
        NODE_ENV: 'production',
        NEXT_DIST_DIR: folder,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    });
  } finally {
    if (readFileSync('tsconfig.json', 'utf8') !== settings) {
      writeFileSync('tsconfig.json', settings);
    }
  }
  writeFileSync(stamp, wanted);
}
