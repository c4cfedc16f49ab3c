/** Thrown to those whose turn did not come in time. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Lets few do at once what takes much of the machine; the others wait in the order they came. */
export interface Turns {
  /** @throws TooManyWaiting when the turn has not come within the patience */
  take<T>(work: () => Promise<T>): Promise<T>;
}

const place = Symbol.for('opptak.turns');
const held = globalThis as unknown as { [place]: Map<string, Turns> | undefined };

/**
 * The process's one line of a name. Next may bundle a module more than once, and a line each would let as
 * many at once: so it is kept on the global object. The first to ask says how many and how long.
 */
export function turnsOf(name: string, atOnce: number, patience: number): Turns {
  held[place] ??= new Map();
  const known = held[place].get(name);
  if (known !== undefined) return known;
  const made = openTurns(atOnce, patience);
  held[place].set(name, made);
  return made;
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
