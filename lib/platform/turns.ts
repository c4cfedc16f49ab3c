/** Thrown to those whose turn did not come in time. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Thrown at once to those who have too much of their own in the line already. */
export class TooManyOwn extends Error {
  override readonly name = 'TooManyOwn';
}

/**
 * Lets few do at once what takes much of the machine. The others wait: each person's in the order they
 * came, and the persons by turns, so that nobody waits for all that another has sent.
 */
export interface Turns {
  /**
   * @param owner whose work it is: one of theirs is worked on at a time, and few may wait
   * @throws TooManyWaiting when the turn has not come within the patience
   * @throws TooManyOwn
   */
  take<T>(owner: string, work: () => Promise<T>): Promise<T>;
}

const place = Symbol.for('opptak.turns');
const held = globalThis as unknown as { [place]: Map<string, Turns> | undefined };

/** Of one person, waiting and worked on: honest ones send one after another, in few windows. */
const mostOwn = 3;

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
 * @param isFair off: first come, first served, and nobody is refused. For the test that must fail then.
 */
export function openTurns(atOnce: number, patience: number, isFair = true): Turns {
  const working = new Set<string>();
  /** By person, who has waited longest for a turn of theirs first. */
  const waiting = new Map<string, (() => void)[]>();

  const leave = (owner: string, mine: () => void) => {
    const line = waiting.get(owner)?.filter((each) => each !== mine) ?? [];
    if (line.length > 0) waiting.set(owner, line);
    else waiting.delete(owner);
  };
  const callNext = () => {
    for (const [owner, [first]] of waiting) {
      if (working.size >= atOnce) return;
      if (first === undefined || working.has(owner)) continue;
      working.add(owner);
      leave(owner, first);
      // What else is theirs waits behind everybody who waits now.
      const rest = waiting.get(owner);
      if (rest !== undefined) {
        waiting.delete(owner);
        waiting.set(owner, rest);
      }
      first();
    }
  };
  const turn = (owner: string) =>
    new Promise<void>((resolve, reject) => {
      const line = waiting.get(owner) ?? [];
      if (line.length + (working.has(owner) ? 1 : 0) >= mostOwn) {
        reject(new TooManyOwn());
        return;
      }
      const mine = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        leave(owner, mine);
        reject(new TooManyWaiting());
      }, patience);
      waiting.set(owner, [...line, mine]);
      callNext();
    });
  let anonymous = 0;
  return {
    async take(owner, work) {
      // Unfair: as if everything were of a person of its own, in the order it came.
      const who = isFair ? owner : `${(anonymous += 1)}`;
      await turn(who);
      try {
        return await work();
      } finally {
        working.delete(who);
        callNext();
      }
    },
  };
}
