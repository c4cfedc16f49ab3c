/** Called once when the server starts: opens the platform and, unless WORKER=off, takes jobs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startWork } = await import('./app/start-work');
  await startWork();
}
