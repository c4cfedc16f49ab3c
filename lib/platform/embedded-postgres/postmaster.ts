import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure';

interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that holds the cluster, read from its lock file; nothing if that file is stale. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Guards against a process number that was given to another program after a crash. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes(cluster);
  } catch {
    return true;
  }
}

/** Whether a process of this number runs, ours or another's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The caller holds the start lock, so a server on this cluster has lost its parent. */
export async function stopLeftBehind(cluster: string): Promise<void> {
  const server = readPostmaster(cluster);
  if (!server) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(server.pid, 'SIGINT');
  const giveUpAt = performance.now() + 20_000;
  while (isAlive(server.pid)) {
    if (performance.now() > giveUpAt) {
      throw new EmbeddedPostgresFailure(
        `An earlier PostgreSQL (process ${server.pid}) still holds ${cluster} and does not stop. Stop it with "kill -QUIT ${server.pid}" and start again.`,
      );
    }
    await pause(50);
  }
}
