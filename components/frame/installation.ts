/** What an installation calls itself, and the role that answers for it. */
export interface Installation {
  readonly name: string;
  readonly contact: string;
}
