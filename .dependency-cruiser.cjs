// Who may import whom. The rooms of lib stand in a row; a room imports only from those to its left.
const row = [
  'kernel',
  'platform',
  'audit',
  'correspondence',
  'staff',
  'programme',
  'application',
  'assessment',
  'admission',
  'enrollment',
  'participation',
];
const domain = row.slice(2);
const rooms = domain.join('|');
/** Where a room keeps its reads and writes: store.ts, store/…, or a store named for what it keeps. */
const store = `^lib/(${rooms})/(store\\.ts$|store/|[a-z-]+-store\\.ts$)`;

/** Each room, and everything to its right. */
const leftwards = row.slice(0, -1).map((room, index) => ({
  name: `${room}-imports-leftwards`,
  comment: `lib/${room} may import only from the rooms to its left: ${row.slice(0, index).join(', ') || 'none'}.`,
  severity: 'error',
  from: {
    path: `^lib/${room}/`,
    // The commands put the whole house together, as app does.
    ...(room === 'platform' && { pathNot: '^lib/platform/commands/' }),
  },
  to: { path: `^lib/(${row.slice(index + 1).join('|')})/` },
}));

/** Where a room says what may come in: forms.ts, or a part of it named for its form. */
const form = `^lib/(${rooms})/(forms|[a-z-]+-form)\\.ts$`;

const builtins = { dependencyTypes: ['core'] };
const packages = {
  dependencyTypes: [
    'npm',
    'npm-dev',
    'npm-optional',
    'npm-peer',
    'npm-bundled',
    'npm-no-pkg',
    'npm-unknown',
  ],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^(app|components|emails|lib|prisma|tests)/', pathNot: '^prisma/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file of lib.',
      severity: 'error',
      from: { orphan: true, path: '^lib/', pathNot: ['\\.md$', '^lib/platform/commands/'] },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^server-only$' },
    },
    {
      name: 'nothing-undeclared',
      comment: 'A package that is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^server-only$' },
    },
    {
      name: 'nothing-for-development-at-run-time',
      comment: 'Packages of devDependencies are for tests and checks only.',
      severity: 'error',
      from: { path: '^(app|components|emails|lib|prisma)/|^instrumentation\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    ...leftwards,
    {
      name: 'kernel-imports-only-kernel',
      severity: 'error',
      from: { path: '^lib/kernel/' },
      to: { path: '^(app|components|emails|prisma|tests)/' },
    },
    {
      name: 'kernel-without-packages',
      comment: 'The kernel is words, time and money: no package but the calendar, nothing of Node.',
      severity: 'error',
      from: { path: '^lib/kernel/' },
      to: { ...packages, pathNot: 'node_modules/temporal-polyfill/' },
    },
    {
      name: 'kernel-without-node',
      severity: 'error',
      from: { path: '^lib/kernel/' },
      to: builtins,
    },
    {
      name: 'rules-import-only-rules-and-kernel',
      comment:
        'Rules are pure: they see other rules and the kernel, and nothing else of the house.',
      severity: 'error',
      from: { path: '^lib/[^/]+/rules/' },
      to: {
        path: '^(app|components|emails|lib|prisma|tests)/',
        pathNot: ['^lib/kernel/', '^lib/[^/]+/rules/'],
      },
    },
    {
      name: 'rules-without-packages',
      severity: 'error',
      from: { path: '^lib/[^/]+/rules/' },
      to: packages,
    },
    {
      name: 'rules-without-node',
      severity: 'error',
      from: { path: '^lib/[^/]+/rules/' },
      to: builtins,
    },
    {
      name: 'forms-import-only-rules-and-kernel',
      comment: 'A form says what may come in; it knows no database and no act.',
      severity: 'error',
      from: { path: form },
      to: {
        path: '^(app|components|emails|lib|prisma|tests)/',
        pathNot: [
          '^lib/kernel/',
          '^lib/[^/]+/rules/',
          form,
          // The field kinds of the one form door.
          '^lib/platform/door/',
        ],
      },
    },
    {
      name: 'forms-only-with-zod',
      severity: 'error',
      from: { path: form },
      to: { ...packages, pathNot: 'node_modules/zod/' },
    },
    {
      name: 'forms-without-node',
      severity: 'error',
      from: { path: form },
      to: builtins,
    },
    {
      name: 'store-below-use-cases-and-queries',
      comment: 'A store reads and writes inside a given transaction; it decides nothing.',
      severity: 'error',
      from: { path: store },
      to: { path: `^lib/(${rooms})/(use-cases|queries)/` },
    },
    {
      name: 'queries-never-import-use-cases',
      comment: 'A read changes nothing.',
      severity: 'error',
      from: { path: `^lib/(${rooms})/queries/` },
      to: { path: `^lib/(${rooms})/use-cases/` },
    },
    {
      name: 'app-imports-what-is-public',
      comment: 'Pages call queries, routes call use cases through the form door; never a store.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: `${store}|^prisma/` },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { pathNot: '^(app/|tests/|instrumentation\\.ts$)' },
      to: { path: '^app/' },
    },
    {
      name: 'components-see-no-store',
      comment: 'Components show; they see no store and no database.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: `${store}|^prisma/` },
    },
    {
      name: 'components-know-only-types-of-acts-and-reads',
      comment:
        'What a page has read is handed to its components, and a refusal to be worded; they read and do nothing themselves.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: `^lib/(${rooms})/(use-cases|queries)/|^lib/platform/`,
        // The plain shape in which a problem reaches a page.
        pathNot: '^lib/platform/door/problems\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'emails-import-only-kernel',
      severity: 'error',
      from: { path: '^emails/' },
      to: { path: '^(app|components|lib|prisma|tests)/', pathNot: '^lib/kernel/' },
    },
    {
      name: 'emails-only-with-react-email',
      severity: 'error',
      from: { path: '^emails/' },
      to: { ...packages, pathNot: 'node_modules/(@types/)?(react|react-email)/' },
    },
    {
      name: 'database-client-only-below',
      comment: 'Only the platform and the working parts of a room see the database client.',
      severity: 'error',
      from: {
        path: '^(app|components|emails|lib)/',
        pathNot: `^lib/platform/|^lib/(${rooms})/(use-cases/|queries/)|${store}|^lib/(audit|correspondence|staff)/`,
      },
      to: { path: '^prisma/generated/|node_modules/(@prisma|pg)/' },
    },
    {
      name: 'migrations-only-from-commands',
      severity: 'error',
      from: { path: '^(app|components|emails|lib)/', pathNot: '^lib/platform/commands/' },
      to: { path: '^prisma/', pathNot: '^prisma/generated/' },
    },
    {
      name: 'commands-only-from-commands',
      comment: 'The commands start the house; the house does not know them.',
      severity: 'error',
      from: { pathNot: '^(lib/platform/commands/|tests/|prisma/)' },
      to: { path: '^lib/platform/commands/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated/.+/|\\.next|\\.data)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
