import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** The command was given something that it cannot use; the message says what instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface StartOptions {
  readonly demo: boolean;
  readonly admin: string | undefined;
}

const address = z.email().max(254).toLowerCase();

/** Reads what stands after `npm start --`. @throws UsageError */
export function readStartOptions(args: string[]): StartOptions {
  let values: { 'no-demo'?: boolean; admin?: string };
  try {
    values = parseArgs({
      args,
      options: { 'no-demo': { type: 'boolean' }, admin: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\nnpm start takes two options: npm start -- --no-demo --admin=address`,
    );
  }
  if (values.admin !== undefined && !values['no-demo']) {
    throw new UsageError(
      'The demo brings its own administrator. Say npm start -- --no-demo --admin=address',
    );
  }
  return {
    demo: !values['no-demo'],
    admin: values.admin === undefined ? undefined : readAddress(values.admin),
  };
}

function readAddress(typed: string): string {
  const parsed = address.safeParse(typed.trim());
  if (parsed.success) return parsed.data;
  throw new UsageError(`"${typed}" is not an e-mail address. Say --admin=kari@example.org`);
}

/** Asks on the terminal until the answer is an address. @throws UsageError without a terminal */
export async function askForAdmin(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new UsageError(
      'The database is empty, and somebody must be its first administrator. Say who: npm start -- --no-demo --admin=address',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const typed = await terminal.question("The first administrator's e-mail address: ");
      const parsed = address.safeParse(typed.trim());
      if (parsed.success) return parsed.data;
      console.log('That is not an e-mail address. Try again, for instance kari@example.org.');
    }
  } finally {
    terminal.close();
  }
}
