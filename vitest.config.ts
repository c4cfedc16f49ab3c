import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const shared = {
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // Next alone resolves this mark of server code.
      'server-only': `${root}node_modules/next/dist/compiled/server-only/empty.js`,
    },
  },
};

const databaseRooms = [
  'platform',
  'audit',
  'correspondence',
  'staff',
  'programme',
  'application',
  'assessment',
  'admission',
  'enrollment',
  'races',
  'faults',
];

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            'tests/{kernel,components,emails}/**/*.test.{ts,tsx}',
            'tests/*/rules/**/*.test.ts',
          ],
          // Properties take seconds, and more of them beside other work.
          testTimeout: 30_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: databaseRooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`),
          exclude: ['tests/*/rules/**'],
          globalSetup: 'tests/harness/global-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...shared,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/harness/global-database.ts', 'tests/harness/global-build.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each has a server, a database and a browser of its own; half of the time they wait.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      // Pictures are taken when they are asked for: `npm run screenshots`.
      ...(process.env['SCREENSHOTS'] === 'yes'
        ? [
            {
              ...shared,
              test: {
                name: 'screenshots',
                include: ['tests/screenshots/**/*.test.ts'],
                globalSetup: ['tests/harness/global-database.ts', 'tests/harness/global-build.ts'],
                testTimeout: 600_000,
                hookTimeout: 600_000,
                maxWorkers: 1,
              },
            },
          ]
        : []),
    ],
  },
});
