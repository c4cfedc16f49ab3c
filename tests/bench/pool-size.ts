/** Connections of each server's pool: as many as an installation has that says nothing of it. */
export const poolSize = 10;
