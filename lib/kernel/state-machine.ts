/** The moves that a subject may make: from each state, the states that may follow. */
export type Moves<State extends string> = { readonly [From in State]: readonly State[] };

/** Whether the declared machine allows a move. */
export function canMove<State extends string>(
  moves: Moves<State>,
  from: State,
  to: State,
): boolean {
  return moves[from].includes(to);
}

/** A named yes or no for every state: a state missing from a group is a type error. */
export type Group<State extends string> = { readonly [S in State]: boolean };

/** The states in a group, in declared order. */
export function statesIn<State extends string>(group: Group<State>): State[] {
  return (Object.keys(group) as State[]).filter((state) => group[state]);
}

/** Reads a state from a row. @throws when the row holds a word that the machine does not know: a bug. */
export function parseState<State extends string>(moves: Moves<State>, value: string): State {
  if (!Object.hasOwn(moves, value)) throw new Error(`Unknown state in a row: ${value}`);
  return value as State;
}
