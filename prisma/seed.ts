import { parseEnv } from '@/lib/platform/env';
import { openPlatform } from '@/lib/platform/open-platform';
import { DatabaseNotEmpty, seedDemo } from './demo/seed-demo';

/**
 * Makes the demo in the empty database that DATABASE_URL names. Its letters go to the mail folder and
 * nowhere else, whatever SMTP_URL says: they are to people who do not exist.
 */
const { SMTP_URL: _never, ...rest } = process.env;
const open = await openPlatform(parseEnv({ ...rest, WORKER: 'off' }));
try {
  await seedDemo(open.platform, open.mailer, new Date());
} catch (error) {
  if (!(error instanceof DatabaseNotEmpty)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await open.close();
}
