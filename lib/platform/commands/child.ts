import { type ChildProcess, spawn } from 'node:child_process';

/** The child processes of this command that are still running: they end with it. */
const running = new Set<ChildProcess>();

/** A command that we ran ended badly; `output` is what it had to say. */
export class ChildFailed extends Error {
  override name = 'ChildFailed';
  constructor(
    message: string,
    readonly output: string,
  ) {
    super(message);
  }
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  /** Show what it prints as it comes, rather than keeping it for the case that it fails. */
  show?: boolean;
}

/** The arguments that run a TypeScript file of this project. */
export const typescript = (file: string, ...args: string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  'tsx',
  file,
  ...args,
];

/** Runs Node with these arguments to its end. @throws ChildFailed when that is not a good one. */
export async function runNode(
  what: string,
  args: string[],
  { env = process.env, show = false }: RunOptions = {},
): Promise<void> {
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  track(child);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  if (code !== 0) throw new ChildFailed(`${what} failed.`, output.trim());
}

/** Counts a process among those that end with this command. */
export function track(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Asks every child to end, and ends those that do not within ten seconds. */
export async function endChildren(): Promise<void> {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise<void>((settle) => {
          const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
          child.once('exit', () => {
            clearTimeout(force);
            settle();
          });
          child.kill('SIGTERM');
        }),
    ),
  );
}
