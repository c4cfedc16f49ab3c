import { describe, expect, it } from 'vitest';
import {
  enrollmentTotals,
  parseEnrollmentOrder,
  sortEnrollments,
  writeEnrollmentOrder,
} from '@/lib/enrollment/rules/enrollment-list';
import { enrollmentMoves, takesPlace } from '@/lib/enrollment/rules/enrollment-states';
import { kroner } from '@/lib/kernel/money';
import { canMove, statesIn } from '@/lib/kernel/state-machine';

const rows = [
  ['Åse', 1, 20_000],
  ['Bjørn', 2, 20_000],
  ['Ærlend', 3, 26_000],
].map(([name, ordinal, price]) => ({
  name: String(name),
  ordinal: Number(ordinal),
  workplace: null,
  price: kroner(Number(price)),
  earlyBird: price === 20_000,
  signedAt: new Date(Date.UTC(2027, 5, 20, Number(ordinal))),
}));

const names = (sort: string) =>
  sortEnrollments(rows, parseEnrollmentOrder(sort)).map(({ name }) => name);

describe('the list of enrollments', () => {
  it.each([
    ['ordinal', ['Åse', 'Bjørn', 'Ærlend']],
    ['-ordinal', ['Ærlend', 'Bjørn', 'Åse']],
    ['name', ['Bjørn', 'Ærlend', 'Åse']],
    ['-price', ['Ærlend', 'Åse', 'Bjørn']],
    ['nonsense', ['Åse', 'Bjørn', 'Ærlend']],
  ])('sorted by %s is %j', (sort, expected) => {
    expect(names(sort)).toEqual(expected);
  });

  it('keeps its order in the address', () => {
    for (const text of ['ordinal', '-name', 'price', '-signed', 'workplace']) {
      expect(writeEnrollmentOrder(parseEnrollmentOrder(text))).toBe(text);
    }
  });

  it('counts who is enrolled, who pays less, and what they pay together', () => {
    expect(enrollmentTotals(rows)).toEqual({ count: 3, earlyBird: 2, fees: kroner(66_000) });
  });
});

describe('the states of an enrollment', () => {
  it('lead from bound to its end, and never back', () => {
    expect(canMove(enrollmentMoves, 'bound', 'cancelled')).toBe(true);
    expect(canMove(enrollmentMoves, 'bound', 'completed')).toBe(true);
    expect(canMove(enrollmentMoves, 'cancelled', 'bound')).toBe(false);
    expect(canMove(enrollmentMoves, 'completed', 'cancelled')).toBe(false);
  });

  it('hold a place until it is cancelled', () => {
    expect(statesIn(takesPlace)).toEqual(['bound', 'completed']);
  });
});
