import type { Group, Moves } from '@/lib/kernel/state-machine';

export const enrollmentMoves = {
  bound: ['cancelled', 'completed'],
  cancelled: [],
  completed: [],
} as const satisfies Moves<string>;

export type EnrollmentState = keyof typeof enrollmentMoves;

/** Enrollments that hold one of the cohort's places (rule 9). */
export const takesPlace: Group<EnrollmentState> = {
  bound: true,
  cancelled: false,
  completed: true,
};
