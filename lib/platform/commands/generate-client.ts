import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isFresh } from './fingerprint';
import { runNode } from './child';

const generated = join('prisma', 'generated');

/** Makes Prisma's client from the schema, unless the one that is there was made from the same. */
export async function generateClientIfStale(): Promise<void> {
  const wanted = fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const stamp = join(generated, '.made-from');
  if (isFresh(stamp, wanted)) return;
  await runNode(
    'Making the database client (prisma generate)',
    ['node_modules/prisma/build/index.js', 'generate'],
    {
      env: {
        ...process.env,
        // Generating needs no engine, but looks for one and would download it: any existing file will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  writeFileSync(stamp, wanted);
}
