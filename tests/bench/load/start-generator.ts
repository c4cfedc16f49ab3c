import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadAnswer, LoadOrder, LoadReport } from './messages';

/** The parent's end of the load generator. */
export interface Generator {
  readonly pid: number;
  carryOut(order: LoadOrder): Promise<LoadReport>;
  stop(): void;
}

/** Starts the load generator. It ends with this process. */
export function startGenerator(): Generator {
  const child = fork('tests/bench/load/generator.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
  });
  const ended = once(child, 'exit').then((): never => {
    throw new Error('The load generator has ended.');
  });
  // Whoever waits for an answer hears of it; its end when all is done is nobody's error.
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    async carryOut(order) {
      const answered = once(child, 'message') as Promise<[LoadAnswer]>;
      child.send(order);
      const [answer] = await Promise.race([answered, ended]);
      if (!answer.ok) throw new Error(answer.error);
      return answer.report;
    },
    stop: () => {
      child.kill();
    },
  };
}
