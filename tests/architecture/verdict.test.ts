import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What a small house needs for every check of ours to pass in it. */
const sound: Readonly<Record<string, string>> = {
  'package.json': `{ "name": "small", "type": "module", "devDependencies": { "vitest": "*" } }\n`,
  'tsconfig.json': `{ "compilerOptions": { "strict": true, "noEmit": true }, "include": ["*.ts"] }\n`,
  'instrumentation.ts': `export const height = 2;\n`,
  '.dependency-cruiser.cjs': `module.exports = { options: { doNotFollow: { path: 'node_modules' } } };\n`,
  'knip.json': `{ "entry": ["*.ts", "tests/*.test.js"], "project": ["*.ts", "tests/*.js"] }\n`,
  '.prettierignore': `*\n!tests/\n!tests/*\n`,
  'eslint.config.js': `export default [{ files: ['tests/*.js'], rules: { 'no-undef': 'error' } }];\n`,
  'vitest.config.js': `export default { test: { include: ['tests/*.test.js'] } };\n`,
  'tests/sum.test.js': testOf(2),
};

function testOf(sum: number): string {
  return `import { expect, it } from "vitest";\n\nit("adds", () => {\n  expect(1 + 1).toBe(${sum});\n});\n`;
}

/** A house of its own, with our command and packages in it. */
function smallHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'opptak-verdict-'));
  for (const folder of ['app', 'components', 'emails', 'prisma/generated', 'tests']) {
    mkdirSync(join(house, folder), { recursive: true });
  }
  write(house, sound);
  const commands = 'lib/platform/commands';
  for (const copied of [
    'package-lock.json',
    'prisma/schema.prisma',
    'prisma/generated/.made-from',
    ...readdirSync(commands).map((name) => join(commands, name)),
  ]) {
    cpSync(copied, join(house, copied), { recursive: true });
  }
  // Every package by itself, so that what the checks keep in node_modules is the small house's own.
  mkdirSync(join(house, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((each) => each !== '.cache')) {
    symlinkSync(resolve('node_modules', name), join(house, 'node_modules', name), 'junction');
  }
  return house;
}

function write(house: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
}

interface Verdict {
  readonly code: number | null;
  readonly lastLine: string | undefined;
  readonly printed: string;
}

/** Runs what `npm test` runs. */
function verdictOn(house: string): Promise<Verdict> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { test: string };
  };
  const [, ...args] = scripts.test.split(' ');
  const child = spawn(process.execPath, args, {
    cwd: house,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'test',
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  return new Promise((settle) => {
    child.once('close', (code) => {
      settle({ code, lastLine: printed.trim().split('\n').at(-1), printed });
    });
  });
}

describe('the verdict of `npm test`', () => {
  let house: string;

  beforeAll(() => {
    house = smallHouse();
  });

  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it('is zero when every check and every test passes', async () => {
    const { code, lastLine, printed } = await verdictOn(house);
    expect(printed).toContain('Every check passed');
    expect({ code, lastLine }).toEqual({ code: 0, lastLine: '6 passed, 0 failed, 0 skipped' });
  });

  it('is not zero when a test fails', async () => {
    write(house, { ...sound, 'tests/sum.test.js': testOf(3) });
    const { code, lastLine, printed } = await verdictOn(house);
    expect(printed).toContain('These checks failed: tests (vitest).');
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '5 passed, 1 failed, 0 skipped' });
  });

  it('is not zero when a check fails and every test passes', async () => {
    write(house, { ...sound, 'instrumentation.ts': `export const height: string = 2;\n` });
    const { code, lastLine, printed } = await verdictOn(house);
    expect(printed).toContain('These checks failed: types (tsc).');
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '5 passed, 1 failed, 0 skipped' });
  });
});
