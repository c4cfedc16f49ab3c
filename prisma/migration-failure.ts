/** The database could not be brought up to date; the message says why and what to do. */
export class MigrationFailure extends Error {
  override name = 'MigrationFailure';
}

/** What an error has to say; of several at once, each. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(messageOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
