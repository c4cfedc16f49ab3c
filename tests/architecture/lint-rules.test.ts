import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Places that need not exist: each stands for the part of the house whose rules are tried. */
const rule = 'lib/admission/rules/tried.ts';
const kernel = 'lib/kernel/tried.ts';
const act = 'lib/admission/use-cases/tried.ts';
const component = 'components/ui/tried.tsx';
const page = 'app/tried.tsx';
const letter = 'emails/tried.tsx';
const worker = 'lib/platform/pdf-inspection/tried.ts';

const caught: [what: string, file: string, code: string, ruleId: string][] = [
  ['an async rule', rule, 'export async function x() {}', 'no-restricted-syntax'],
  ['an async arrow', rule, 'export const x = async () => 1;', 'no-restricted-syntax'],
  ['an await', rule, 'await Promise.resolve(1); export {};', 'no-restricted-syntax'],
  ['Date.now()', rule, 'export const x = () => Date.now();', 'no-restricted-properties'],
  ['new Date() of now', rule, 'export const x = () => new Date();', 'no-restricted-syntax'],
  ['Date() of now', kernel, 'export const x = () => Date();', 'no-restricted-syntax'],
  ['chance', kernel, 'export const x = () => Math.random();', 'no-restricted-properties'],
  ['the process', rule, 'export const x = () => process.env;', 'no-restricted-globals'],
  ['the console', rule, 'console.log(1); export {};', 'no-restricted-globals'],
  [
    'random identifiers',
    rule,
    'export const x = () => globalThis.crypto.randomUUID();',
    'no-restricted-properties',
  ],
  ['a timer', rule, 'export const x = () => setTimeout(() => 1, 1);', 'no-restricted-globals'],
  ['an import at run time', rule, "export const x = () => import('./y');", 'no-restricted-syntax'],
  ['a default export', act, 'export default function x() {}', 'no-restricted-syntax'],
  [
    'a promise that nobody waits for',
    act,
    'async function x() {} export function y() { x(); }',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'an import by the file’s whole name',
    act,
    "import { lockRanking } from './lock-ranking.ts'; export const x = lockRanking;",
    'no-restricted-syntax',
  ],
  ['any', act, 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['the console of an act', act, 'console.log(1); export {};', 'no-console'],
  ['== for ===', act, 'export const x = (y: unknown) => y == 1;', 'eqeqeq'],
  [
    'an inline style',
    component,
    'export const X = () => <p style={{ margin: 0 }} />;',
    'no-restricted-syntax',
  ],
  [
    'an inline style on a page',
    page,
    'export default function X() { return <p style={{ margin: 0 }} />; }',
    'no-restricted-syntax',
  ],
  [
    'a Server Function',
    page,
    "export default async function X() { 'use server'; }",
    'no-restricted-syntax',
  ],
  [
    'a hook in a condition',
    component,
    "import { useState } from 'react'; export function X({ y }: { y: boolean }) { if (y) useState(1); return null; }",
    'react-hooks/rules-of-hooks',
  ],
];

const allowed: [what: string, file: string, code: string][] = [
  [
    'a moment made from another',
    rule,
    'export const x = (now: Date) => new Date(now.getTime() + 1);',
  ],
  ['a page exported by default', page, 'export default function X() { return <p>x</p>; }'],
  ['an inline style in a letter', letter, 'export const X = () => <p style={{ margin: 0 }}>x</p>;'],
  [
    'that in what Node runs as it is',
    worker,
    "import { headOf } from './head.ts'; export const x = headOf;",
  ],
  ['an act that waits', act, 'export async function x() { await Promise.resolve(1); }'],
];

describe('the lint rules', () => {
  let eslint: ESLint;

  beforeAll(() => {
    eslint = new ESLint({
      overrideConfig: {
        languageOptions: {
          parserOptions: {
            projectService: {
              allowDefaultProject: [rule, kernel, act, component, page, letter, worker],
              defaultProject: 'tsconfig.json',
            },
          },
        },
      },
    });
  });

  async function found(code: string, filePath: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${code}\n`, { filePath });
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
  }

  it.each(caught)('catch %s in %s', async (_what, file, code, ruleId) => {
    expect(await found(code, file)).toContain(ruleId);
  });

  it.each(allowed)('allow %s in %s', async (_what, file, code) => {
    expect(await found(code, file)).toEqual([]);
  });
});
