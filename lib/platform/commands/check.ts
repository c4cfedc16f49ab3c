import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ChildFailed, endChildren, track } from './child';
import { generateClientIfStale } from './generate-client';

/**
 * The TypeScript part of `npm test`: every check, cheapest first. A check that fails does not keep
 * the next from running, so that one run tells everything. `npm test -- --no-journeys` leaves out
 * the browser; anything else is handed on to vitest.
 */
interface Check {
  readonly name: string;
  readonly args: string[];
}

const bin = (path: string) => join('node_modules', path);

const checks: Check[] = [
  {
    name: 'types (tsc)',
    args: [bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'],
  },
  {
    name: 'import rules (dependency-cruiser)',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'components',
      'emails',
      'lib',
      'prisma',
      'tests',
      'instrumentation.ts',
    ],
  },
  {
    name: 'unused files, exports and packages (knip)',
    args: [bin('knip/bin/knip.js'), '--no-progress'],
  },
  {
    name: 'format (prettier)',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'lint (eslint)',
    args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  },
];

const summaryFile = join('node_modules', '.cache', 'opptak-vitest.json');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void endChildren().then(() => process.exit(1)));
}
const orphaned = () => void endChildren().then(() => process.exit(1));
process.once('disconnect', orphaned);

const failed: string[] = [];

try {
  await generateClientIfStale();
} catch (error) {
  console.error(error instanceof ChildFailed ? `${error.message}\n${error.output}` : error);
  process.exit(1);
}

for (const check of checks) {
  const begun = performance.now();
  console.log(`\n▸ ${check.name}`);
  const code = await runShown(check.args);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`  ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
  if (code !== 0) failed.push(check.name);
}

console.log('\n▸ tests (vitest)');
rmSync(summaryFile, { force: true });
const given = process.argv.slice(2);
const withoutJourneys = given.includes('--no-journeys');
const vitestCode = await runShown([
  bin('vitest/vitest.mjs'),
  'run',
  ...(withoutJourneys ? ['--project', '!journeys'] : []),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${summaryFile}`,
  ...given.filter((argument) => argument !== '--no-journeys'),
]);
if (vitestCode !== 0) failed.push('tests (vitest)');

const counts = readCounts();
console.log(
  failed.length === 0
    ? `Every check passed: ${[...checks.map(({ name }) => name), 'tests (vitest)'].join(', ')}.`
    : `These checks failed: ${failed.join(', ')}. What each found stands above.`,
);
// A check counts as one test of its own, so that the last line tells the whole truth.
const failedChecks = failed.filter((name) => name !== 'tests (vitest)').length;
const vitestBroke = vitestCode !== 0 && counts.failed === 0 ? 1 : 0;
console.log(
  `${counts.passed + checks.length - failedChecks} passed, ${counts.failed + failedChecks + vitestBroke} failed, ${counts.skipped} skipped`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
// To hang up ourselves is not to be left alone: the verdict stands.
process.off('disconnect', orphaned);
if (process.connected) process.disconnect();

function runShown(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  track(child);
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(error.message);
      settle(1);
    });
    child.once('exit', (code) => {
      settle(code ?? 1);
    });
  });
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function readCounts(): Counts {
  try {
    const summary = JSON.parse(readFileSync(summaryFile, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    };
    return {
      passed: summary.numPassedTests,
      failed: summary.numFailedTests,
      skipped: summary.numPendingTests + summary.numTodoTests,
    };
  } catch {
    // vitest did not live to write its summary: its exit code has said so.
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
