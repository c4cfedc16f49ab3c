import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** A small house of the same plan, with one file that breaks each rule and some that keep them all. */
const house: Record<string, string> = {
  // What the others point at.
  'lib/kernel/result.ts': `export type Result = boolean;`,
  'lib/platform/database.ts': `import type { Result } from '@/lib/kernel/result'; export interface Tx { ok: Result }`,
  'lib/platform/commands/serve.ts': `export const served = 1;`,
  'lib/programme/rules/dates.ts': `import type { Result } from '@/lib/kernel/result'; export const dates: Result = true;`,
  'lib/programme/store.ts': `import type { Tx } from '@/lib/platform/database'; export const read = (tx: Tx) => tx;`,
  'lib/programme/queries/programme.ts': `import { read } from '../store'; export const programme = read;`,
  'lib/programme/use-cases/open-cohort.ts': `import { read } from '../store'; export const openCohort = read;`,
  'lib/enrollment/rules/price.ts': `import { dates } from '@/lib/programme/rules/dates'; export const price = dates;`,
  'lib/enrollment/use-cases/sign-slip.ts': `import { price } from '../rules/price'; export const signSlip = price;`,
  'app/page.tsx': `import { programme } from '@/lib/programme/queries/programme'; import { Button } from '@/components/button'; import { openCohort } from '@/lib/programme/use-cases/open-cohort'; import { signSlip } from '@/lib/enrollment/use-cases/sign-slip'; export const all = [programme, Button, openCohort, signSlip];`,
  'components/button.tsx': `import type { programme } from '@/lib/programme/queries/programme'; export const Button = (one: typeof programme) => one;`,
  'emails/frame.tsx': `import type { Result } from '@/lib/kernel/result'; export const frame: Result = true;`,
  'prisma/generated/client.ts': `export class PrismaClient {}`,
  'prisma/migrate.ts': `export const migrate = 1;`,
  'tests/a.ts': `export const a = 1;`,

  // What must not be.
  'lib/kernel/bad-upwards.ts': `import type { Tx } from '@/lib/platform/database'; export type Bad = Tx;`,
  'lib/kernel/bad-package.ts': `import { z } from 'zod'; export const bad = z;`,
  'lib/kernel/bad-node.ts': `import { randomUUID } from 'node:crypto'; export const bad = randomUUID;`,
  'lib/kernel/bad-letter.ts': `import { frame } from '@/emails/frame'; export const bad = frame;`,
  'lib/platform/bad-upwards.ts': `import { read } from '@/lib/programme/store'; export const bad = read;`,
  'lib/platform/bad-commands.ts': `import { served } from './commands/serve'; export const bad = served;`,
  'lib/programme/bad-upwards.ts': `import type { price } from '@/lib/enrollment/rules/price'; export type Bad = typeof price;`,
  'lib/programme/bad-app.ts': `import { all } from '@/app/page'; export const bad = all;`,
  'lib/programme/bad-tests.ts': `import { a } from '@/tests/a'; export const bad = a;`,
  'lib/programme/bad-migrations.ts': `import { migrate } from '@/prisma/migrate'; export const bad = migrate;`,
  'lib/programme/bad-development.ts': `import { expect } from 'vitest'; export const bad = expect;`,
  'lib/programme/bad-undeclared.ts': `import { parse } from 'acorn'; export const bad = parse;`,
  'lib/programme/bad-missing.ts': `import { nothing } from './no-such-file'; export const bad = nothing;`,
  'lib/programme/bad-circle-a.ts': `import type { B } from './bad-circle-b'; export type A = B[];`,
  'lib/programme/bad-circle-b.ts': `import type { A } from './bad-circle-a'; export type B = A[];`,
  'lib/programme/bad-orphan.ts': `export const alone = 1;`,
  'lib/programme/rules/bad-store.ts': `import { read } from '../store'; export const bad = read;`,
  'lib/programme/rules/bad-types.ts': `import type { Tx } from '@/lib/platform/database'; export type Bad = Tx;`,
  'lib/programme/rules/bad-package.ts': `import { z } from 'zod'; export const bad = z;`,
  'lib/programme/rules/bad-node.ts': `import { readFileSync } from 'node:fs'; export const bad = readFileSync;`,
  'lib/programme/rules/bad-client.ts': `import { PrismaClient } from '@/prisma/generated/client'; export const bad = PrismaClient;`,
  'lib/programme/queries/bad-act.ts': `import { openCohort } from '../use-cases/open-cohort'; export const bad = openCohort;`,
  'lib/application/store.ts': `import { submit } from './use-cases/submit'; export const bad = submit;`,
  'lib/application/use-cases/submit.ts': `import { dates } from '@/lib/programme/rules/dates'; export const submit = dates;`,
  'lib/application/forms.ts': `import { read } from '@/lib/programme/store'; import pg from 'pg'; import { readFileSync } from 'node:fs'; export const bad = [read, pg, readFileSync];`,
  'components/bad-act.tsx': `import { openCohort } from '@/lib/programme/use-cases/open-cohort'; export const bad = openCohort;`,
  'components/bad-read.tsx': `import { programme } from '@/lib/programme/queries/programme'; export const bad = programme;`,
  'components/bad-store.tsx': `import type { read } from '@/lib/programme/store'; export type Bad = typeof read;`,
  'components/bad-client.tsx': `import { PrismaClient } from '@/prisma/generated/client'; export const bad = PrismaClient;`,
  'app/bad-store.ts': `import { read } from '@/lib/programme/store'; export const bad = read;`,
  'emails/bad-room.tsx': `import { price } from '@/lib/enrollment/rules/price'; export const bad = price;`,
  'emails/bad-package.tsx': `import { z } from 'zod'; export const bad = z;`,
};

/** Which file must be caught, and by which rule. */
const caught: [file: string, rule: string][] = [
  ['lib/kernel/bad-upwards.ts', 'kernel-imports-leftwards'],
  ['lib/kernel/bad-package.ts', 'kernel-without-packages'],
  ['lib/kernel/bad-node.ts', 'kernel-without-node'],
  ['lib/kernel/bad-letter.ts', 'kernel-imports-only-kernel'],
  ['lib/platform/bad-upwards.ts', 'platform-imports-leftwards'],
  ['lib/platform/bad-commands.ts', 'commands-only-from-commands'],
  ['lib/programme/bad-upwards.ts', 'programme-imports-leftwards'],
  ['lib/programme/bad-app.ts', 'nothing-imports-app'],
  ['lib/programme/bad-tests.ts', 'nothing-imports-tests'],
  ['lib/programme/bad-migrations.ts', 'migrations-only-from-commands'],
  ['lib/programme/bad-development.ts', 'nothing-for-development-at-run-time'],
  ['lib/programme/bad-undeclared.ts', 'nothing-undeclared'],
  ['lib/programme/bad-missing.ts', 'nothing-unresolved'],
  ['lib/programme/bad-circle-a.ts', 'no-cycles'],
  ['lib/programme/bad-orphan.ts', 'no-orphans'],
  ['lib/programme/rules/bad-store.ts', 'rules-import-only-rules-and-kernel'],
  ['lib/programme/rules/bad-types.ts', 'rules-import-only-rules-and-kernel'],
  ['lib/programme/rules/bad-package.ts', 'rules-without-packages'],
  ['lib/programme/rules/bad-node.ts', 'rules-without-node'],
  ['lib/programme/rules/bad-client.ts', 'database-client-only-below'],
  ['lib/programme/queries/bad-act.ts', 'queries-never-import-use-cases'],
  ['lib/application/store.ts', 'store-below-use-cases-and-queries'],
  ['lib/application/forms.ts', 'forms-import-only-rules-and-kernel'],
  ['lib/application/forms.ts', 'forms-only-with-zod'],
  ['lib/application/forms.ts', 'forms-without-node'],
  ['components/bad-act.tsx', 'components-know-only-types-of-acts-and-reads'],
  ['components/bad-read.tsx', 'components-know-only-types-of-acts-and-reads'],
  ['components/bad-store.tsx', 'components-see-no-store'],
  ['components/bad-client.tsx', 'components-see-no-store'],
  ['app/bad-store.ts', 'app-imports-what-is-public'],
  ['emails/bad-room.tsx', 'emails-import-only-kernel'],
  ['emails/bad-package.tsx', 'emails-only-with-react-email'],
];

describe('the import rules', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'opptak-house-'));
    for (const [file, content] of Object.entries(house)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${content}\n`);
    }
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      copyFileSync(file, join(folder, file));
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const report = execFileSync(
      process.execPath,
      [
        resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--preserve-symlinks',
        '--output-type',
        'json',
        ...['app', 'components', 'emails', 'lib', 'prisma', 'tests'],
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 },
    );
    violations = (JSON.parse(report) as { summary: { violations: Violation[] } }).summary
      .violations;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(caught)('catch %s by %s', (file, rule) => {
    expect(violations.filter(({ from }) => from === file).map((one) => one.rule.name)).toContain(
      rule,
    );
  });

  it('let everything else in the house be', () => {
    const bad = new Set(caught.map(([file]) => file).concat('lib/programme/bad-circle-b.ts'));
    expect(violations.filter(({ from }) => !bad.has(from))).toEqual([]);
  });

  it('leave no rule untried; of the row of rooms, three stand for all', () => {
    const load = createRequire(import.meta.url);
    const { forbidden } = load(resolve('.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    const tried = new Set(caught.map(([, rule]) => rule));
    expect(
      forbidden
        .map(({ name }) => name)
        .filter((name) => !tried.has(name) && !name.endsWith('-imports-leftwards')),
    ).toEqual([]);
  });
});
