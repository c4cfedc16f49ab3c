import { grantRole } from '@/lib/staff/use-cases/grant-role';
import { parseEnv } from '../env';
import { openPlatform } from '../open-platform';

/** `first-admin.ts address name`: gives an empty installation its first administrator. */
const [email, name] = process.argv.slice(2);
if (!email || !name) throw new Error('An address and a name are needed.');

const open = await openPlatform(parseEnv({ ...process.env, WORKER: 'off' }));
try {
  const result = await grantRole(
    open.platform,
    { kind: 'system', job: 'first-start' },
    { email, name, role: 'admin' },
  );
  if (!result.ok) throw new Error(`The first administrator was refused: ${result.refusal.kind}.`);
} finally {
  await open.close();
}
