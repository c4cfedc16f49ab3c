import { expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { openTurns, TooManyOwn, TooManyWaiting, turnsOf } from '@/lib/platform/turns';

it('as many work at once as may, and the others in the order they came', async () => {
  const turns = openTurns(2, 5_000);
  const began: number[] = [];
  let working = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      turns.take(`person ${number}`, async () => {
        began.push(number);
        working += 1;
        most = Math.max(most, working);
        await pause(3);
        working -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('who waits too long is told so, and takes nobody’s turn', async () => {
  const turns = openTurns(1, 20);
  const long = turns.take('one', () => pause(80));
  await expect(turns.take('two', () => Promise.resolve('late'))).rejects.toThrow(TooManyWaiting);
  await long;
  expect(await turns.take('two', () => Promise.resolve('in time'))).toBe('in time');
});

it('work that fails gives its turn on', async () => {
  const turns = openTurns(1, 1_000);
  await expect(turns.take('one', () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await turns.take('one', () => Promise.resolve('next'))).toBe('next');
});

/** Who got a turn, in which order: one sends three at once, and then come two others. */
async function orderOf(isFair: boolean): Promise<string[]> {
  const turns = openTurns(1, 5_000, isFair);
  const order: string[] = [];
  const work = (owner: string) =>
    turns.take(owner, async () => {
      order.push(owner);
      await pause(2);
    });
  await Promise.all(['greedy', 'greedy', 'greedy', 'kari', 'ola'].map(work));
  return order;
}

it('persons take turns, so that nobody waits for all that another has sent', async () => {
  expect(await orderOf(true)).toEqual(['greedy', 'greedy', 'kari', 'ola', 'greedy']);
  // Without it the others wait for all of it.
  expect(await orderOf(false)).toEqual(['greedy', 'greedy', 'greedy', 'kari', 'ola']);
});

it('of one person one is worked on and two wait; a fourth is refused at once', async () => {
  const turns = openTurns(4, 5_000);
  let working = 0;
  let most = 0;
  const work = () =>
    turns.take('greedy', async () => {
      working += 1;
      most = Math.max(most, working);
      await pause(5);
      working -= 1;
    });
  const taken = [work(), work(), work()];
  await expect(work()).rejects.toThrow(TooManyOwn);
  expect(await turns.take('kari', () => Promise.resolve('at once'))).toBe('at once');
  await Promise.all(taken);
  expect(most).toBe(1);
  await work();
});

it('there is one line of each name', () => {
  expect(turnsOf('tried', 1, 1_000)).toBe(turnsOf('tried', 1, 1_000));
  expect(turnsOf('tried', 1, 1_000)).not.toBe(turnsOf('other', 1, 1_000));
});
