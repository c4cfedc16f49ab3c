import { join } from 'node:path';
import type { Env } from '../env';
import { staff } from './installation';

/** Where the pages are, whom to sign in as, and where the mail lands; `seconds` is how long the start took. */
export async function tellWhereToGo(
  env: Env,
  address: string,
  connectionString: string,
  seconds: number,
): Promise<void> {
  const lines = [`\nOpptak is ready (${seconds.toFixed(1)} s): ${address}`];
  if (env.DEMO === 'on') {
    const people = await staff(connectionString);
    lines.push(
      'Sign in with any address as an applicant, or as staff with',
      ...people.map(({ role, email }) => `  ${role.padEnd(9)} ${email}`),
    );
  }
  if (env.SMTP_URL === undefined) {
    const files = `${join(env.DATA_DIR, 'mail')}/*.eml`;
    lines.push(
      env.DEMO === 'on'
        ? `Mail lands in ${address}/dev/mailbox and in ${files}: nothing leaves this machine.`
        : `Mail lands in ${files}. Set SMTP_URL to send it.`,
    );
  }
  lines.push('Ctrl-C stops everything.\n');
  console.log(lines.join('\n'));
}
