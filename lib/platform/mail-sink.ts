import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback that keeps every letter as a file: where mail lands until SMTP_URL is set. */
export interface MailSink {
  readonly url: string;
  close(): Promise<void>;
}

const largestLetter = 30 * 1024 * 1024;

/** "2026-11-22T08-15-30.123Z-kari@demo.example.eml": sorts by time, safe as a file name. */
function fileNameOf(at: Date, to: string): string {
  const address = to
    .toLowerCase()
    .replace(/[^a-z0-9@._+-]/g, '_')
    .slice(0, 100);
  return `${at.toISOString().replaceAll(':', '-')}-${address}.eml`;
}

/** The letter's own Date header, so that files of a replayed history sort by their history. */
function dateOf(letter: string): Date {
  const header = /^date:\s*(.+)$/im.exec(letter.slice(0, 10_000))?.[1];
  const date = new Date(header ?? '');
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

/** Starts the server on a free loopback port; each letter becomes `<folder>/<time>-<to>.eml`, whole. */
export async function openMailSink(folder: string): Promise<MailSink> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestLetter,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        const letter = Buffer.concat(chunks);
        const to = session.envelope.rcptTo[0]?.address ?? 'nobody';
        // Two letters to one person in one second must not share a file.
        count = (count + 1) % 1000;
        const at = dateOf(letter.toString('latin1'));
        at.setMilliseconds(count);
        const path = join(folder, fileNameOf(at, to));
        writeFile(`${path}.part`, letter, { mode: 0o600 })
          .then(() => rename(`${path}.part`, path))
          .then(
            () => {
              done();
            },
            (error: unknown) => {
              done(error instanceof Error ? error : new Error(String(error)));
            },
          );
      });
    },
  });
  server.on('error', () => {
    // A client that hangs up in the middle is no news; the sender tries again.
  });
  const listener = await new Promise<ReturnType<typeof server.listen>>((resolve, reject) => {
    server.once('error', reject);
    // Each process has its own: those that serve one port together would share this one too.
    const started = server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      resolve(started);
    });
  });
  const address = listener.address();
  if (address === null || typeof address === 'string')
    throw new Error('The mail sink has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
