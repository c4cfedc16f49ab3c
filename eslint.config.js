import next from '@next/eslint-plugin-next';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noEnding = {
  selector: 'ImportDeclaration[source.value=/^[.@].*[.]tsx?$/]',
  message: 'Import a file without its ending.',
};

/** Everywhere: what the house has decided against. */
const decided = [
  noEnding,
  {
    selector: "ExpressionStatement[directive='use server']",
    message: 'Changes come in by the form door under app/api, never as Server Functions.',
  },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one thing, one word, everywhere.',
};

const noInlineStyle = {
  selector: "JSXAttribute[name.name='style']",
  message: 'The content security policy forbids inline styles: use a CSS module.',
};

/** In rules and kernel: whatever answers differently tomorrow, or later, or elsewhere. */
const pure = [
  {
    selector: ':function[async=true]',
    message: 'A rule answers at once: no async. Let the use case fetch, and hand it in.',
  },
  { selector: 'AwaitExpression', message: 'A rule answers at once: no await.' },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A rule has no clock: take `now` as a parameter.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'A rule has no clock: take `now` as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'A rule has no clock: take `now` as a parameter.',
  },
  { selector: 'ImportExpression', message: 'A rule loads nothing while it runs.' },
];

const noClockOrChance = [
  { object: 'Date', property: 'now', message: 'A rule has no clock: take `now` as a parameter.' },
  {
    object: 'Math',
    property: 'random',
    message: 'A rule knows no chance: take it as a parameter.',
  },
  ...['crypto', 'process', 'performance', 'console', 'fetch'].map((property) => ({
    object: 'globalThis',
    property,
    message: 'A rule knows nothing of the world outside.',
  })),
];

const noWorldOutside = [
  'process',
  'crypto',
  'performance',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'localStorage',
  'window',
  'document',
].map((name) => ({ name, message: 'A rule knows nothing of the world outside.' }));

export default defineConfig(
  {
    ignores: [
      '.next*/',
      '.data/',
      'node_modules/',
      'prisma/generated/',
      'next-env.d.ts',
      'coverage/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...decided, noDefaultExport, noInlineStyle],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `async` also says "may wait one day" where an interface or Next asks for a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'emails/**/*.tsx'],
    plugins: { '@next/next': next, 'react-hooks': reactHooks },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      ...reactHooks.configs.recommended.rules,
      // Plain links: the whole way works without JavaScript, and a page is a page.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  {
    // Next finds pages, layouts and its own files by their default export.
    files: ['app/**/*.tsx', '*.config.{ts,js}', 'tests/harness/global-*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...decided, noInlineStyle] },
  },
  {
    // Mail readers know no style sheets.
    files: ['emails/**/*.tsx'],
    rules: {
      'no-restricted-syntax': ['error', ...decided, noDefaultExport],
      '@next/next/no-head-element': 'off',
      '@next/next/no-img-element': 'off',
    },
  },
  {
    files: ['lib/kernel/**/*.ts', 'lib/*/rules/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...decided, noDefaultExport, ...pure],
      'no-restricted-properties': ['error', ...noClockOrChance],
      'no-restricted-globals': ['error', ...noWorldOutside],
    },
  },
  {
    // Node runs these as they are, outside the bundle, and finds files only by their whole names.
    files: ['lib/platform/pdf-inspection/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...decided.filter((each) => each !== noEnding),
        noDefaultExport,
      ],
    },
  },
  {
    // Commands talk to the terminal.
    files: ['lib/platform/commands/**', 'prisma/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
