import { expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { openTurns, TooManyWaiting, turnsOf } from '@/lib/platform/turns';

it('as many work at once as may, and the others in the order they came', async () => {
  const turns = openTurns(2, 5_000);
  const began: number[] = [];
  let working = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      turns.take(async () => {
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
  const long = turns.take(() => pause(80));
  await expect(turns.take(() => Promise.resolve('late'))).rejects.toThrow(TooManyWaiting);
  await long;
  expect(await turns.take(() => Promise.resolve('in time'))).toBe('in time');
});

it('work that fails gives its turn on', async () => {
  const turns = openTurns(1, 1_000);
  await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
});

it('there is one line of each name', () => {
  expect(turnsOf('tried', 1, 1_000)).toBe(turnsOf('tried', 1, 1_000));
  expect(turnsOf('tried', 1, 1_000)).not.toBe(turnsOf('other', 1, 1_000));
});
