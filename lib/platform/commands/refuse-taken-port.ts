import { createServer } from 'node:net';
import { UsageError } from './options';

/**
 * Asked for before anything is started, since the sentence is better than Next's stack trace.
 *
 * @throws UsageError when we cannot listen there
 */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        new UsageError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
            : `Opptak cannot listen on ${host}, port ${port} (${error.message}). Set HOST and PORT to something that this machine has.`,
        ),
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        settle();
      });
    });
  });
}
