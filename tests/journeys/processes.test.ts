import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openMailbox } from '../harness/mailbox';
import { startServer, type TestServer } from '../harness/server';

/** The processes that serve for another, and live. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const stat = read(`/proc/${name}/stat`);
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const isServer = read(`/proc/${name}/cmdline`).includes('web-server.ts');
      return Number(parent) === pid && state !== 'Z' && isServer;
    })
    .map(Number);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const takesJobs = (pid: number) => read(`/proc/${pid}/environ`).split('\0').includes('WORKER=on');

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('It did not happen within 30 seconds.');
    await pause(50);
  }
}

// What a process has started is read where Linux tells it.
describe.skipIf(!existsSync('/proc/self/stat'))('a server of two processes', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ env: { WEB_PROCESSES: '2' } });
    await until(() => childrenOf(server.pid()).length === 2);
  });

  /** Asks on a connection of its own: those of a process that was killed are gone with it. */
  async function ask(path: string, more: RequestInit = {}): Promise<number> {
    const headers = { origin: server.url, connection: 'close' };
    return (await fetch(`${server.url}${path}`, { ...more, redirect: 'manual', headers })).status;
  }

  test('has one that takes the jobs', () => {
    expect(childrenOf(server.pid()).filter(takesJobs)).toHaveLength(1);
  });

  test.each([
    ['takes the jobs', true],
    ['only serves pages', false],
  ])(
    'goes on when the one that %s is killed, and another takes its place',
    async (_which, jobs) => {
      const killed = childrenOf(server.pid()).find((pid) => takesJobs(pid) === jobs) ?? 0;
      process.kill(killed, 'SIGKILL');
      await until(() => !childrenOf(server.pid()).includes(killed));
      // The other one answers, whoever takes the place is not ready yet.
      expect(await ask('/readyz')).toBe(200);
      await until(() => childrenOf(server.pid()).length === 2);
      expect(childrenOf(server.pid()).filter(takesJobs)).toHaveLength(1);
      expect(server.output()).toContain('A server process has ended by itself (SIGKILL).');
      const to = `after-${jobs ? 'jobs' : 'pages'}@demo.example`;
      const body = new URLSearchParams({ email: to });
      expect(await ask('/api/nb/sign-in', { method: 'POST', body })).toBe(303);
      await openMailbox(server.mailFolder).waitForLetter({ to });
    },
  );

  test('ends with all of them', async () => {
    const all = childrenOf(server.pid());
    await server.stop();
    expect(all).toHaveLength(2);
    expect(all.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });

  test('ends at once when it cannot start at all', async () => {
    await expect(
      server.restart({ env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } }),
    ).rejects.toThrow('the server cannot start');
  });
});
