/** Thrown to those whose turn did not come in time. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Lets few do at once what takes much of the machine; the others wait in the order they came. */
export interface Turns {
  /** @throws TooManyWaiting when the turn has not come within the patience */
  take<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * @param atOnce how many may work at the same time
 * @param patience how long one may wait for a turn, in milliseconds
 */
export function openTurns(atOnce: number, patience: number): Turns {
  let working = 0;
  const waiting: (() => void)[] = [];
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      if (working < atOnce) {
        working += 1;
        resolve();
        return;
      }
      const mine = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1);
        reject(new TooManyWaiting());
      }, patience);
      waiting.push(mine);
    });
  return {
    async take(work) {
      await turn();
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // Whoever is next takes over this place; nobody else can come in between.
        if (next) next();
        else working -= 1;
      }
    },
  };
}
