/** The embedded server cannot run; the message says why and what to do. */
export class EmbeddedPostgresFailure extends Error {
  override name = 'EmbeddedPostgresFailure';
}
