import type { Tx } from './context';

/**
 * Takes the cohort's row for the rest of the transaction. Everything that counts within a cohort
 * (arrival numbers, places, ordinals, ranking, release) takes it once, late, before it checks.
 */
export async function lockCohort(tx: Tx, cohortId: string): Promise<void> {
  if (tx.platform.locks === 'off') return;
  await tx.prisma.$queryRaw`select id from cohort where id = ${cohortId}::uuid for update`;
}

/** Takes one application's row: for edits that must not pass each other. Before the cohort's, when both are taken. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  if (tx.platform.locks === 'off') return;
  await tx.prisma
    .$queryRaw`select id from application where id = ${applicationId}::uuid for update`;
}
