import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** What a scanner says of a file. */
export type ScanVerdict =
  | { readonly kind: 'clean' }
  /** `finding` is the scanner's own name for it, as in "Win.Test.EICAR_HDB-1". */
  | { readonly kind: 'infected'; readonly finding: string };

/** The scanner could not be reached, did not answer in time, or could not tell: nothing is known of the file. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}

/** Looks for viruses in files. */
export interface VirusScanner {
  /**
   * @param patience milliseconds for the whole of it, from the connection to the answer
   * @throws ScannerUnavailable
   */
  scan(file: Readable, patience: number): Promise<ScanVerdict>;
}

/** How long clamd may take to accept a connection, in milliseconds: it is on this machine or next to it. */
const connectTimeout = 3_000;
const largestChunk = 64 * 1024;
/** More than any answer of clamd's: "stream: " and a name. */
const longestAnswer = 4_096;

/**
 * A client of clamd, by its INSTREAM command (clamd(8)): each chunk behind its length as four bytes, big
 * end first, a length of nothing at the end, and one answer. A connection a file: clamd ends it itself.
 * The package `clamscan` was read and not taken: it probes for local binaries before it speaks to a
 * socket, knows only an idle time-out, and answers null for whatever it does not understand.
 *
 * @param address `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`
 */
export function clamdScanner(address: string): VirusScanner {
  return {
    async scan(file, patience) {
      const socket = open(new URL(address));
      const overall = new AbortController();
      try {
        return await Promise.race([
          converse(socket, file),
          pause(patience, undefined, { signal: overall.signal }).then(() => {
            throw new ScannerUnavailable(`clamd did not answer within ${patience} ms`);
          }),
        ]);
      } catch (error) {
        if (error instanceof ScannerUnavailable || !socket.destroyed) throw error;
        throw new ScannerUnavailable('clamd could not be spoken to', { cause: error });
      } finally {
        overall.abort();
        socket.destroy();
        file.destroy();
      }
    },
  };
}

function open(address: URL): Socket {
  const socket =
    address.protocol === 'unix:'
      ? connect({ path: decodeURIComponent(address.pathname) })
      : connect({
          host: address.hostname.replace(/^\[|\]$/g, ''),
          port: Number(address.port || '3310'),
        });
  socket.setNoDelay(true);
  socket.setTimeout(connectTimeout, () => {
    if (socket.connecting) socket.destroy(new ScannerUnavailable('clamd accepts no connection'));
  });
  return socket;
}

async function converse(socket: Socket, file: Readable): Promise<ScanVerdict> {
  const answered = answerOf(socket);
  // clamd may answer in the middle ("size limit exceeded") and hang up: the answer is what counts then,
  // and not the write that failed. A file that cannot be read is an outage of storage, and goes on up.
  const sent = send(socket, file).catch((error: unknown) => {
    if (!socket.destroyed) throw error;
  });
  return verdictOf(await Promise.race([answered, sent.then(() => answered)]));
}

async function send(socket: Socket, file: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of file as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += largestChunk) {
      const part = chunk.subarray(at, at + largestChunk);
      await write(socket, lengthOf(part.length));
      await write(socket, part);
    }
  }
  await write(socket, lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Everything that clamd says, up to the NUL that ends an answer to a z-command. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf(0);
      if (end !== -1) resolve(said.toString('utf8', 0, end));
      else if (said.length > longestAnswer) {
        reject(new ScannerUnavailable('clamd says more than an answer'));
      }
    });
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new ScannerUnavailable('clamd hung up without an answer'));
    });
  });
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { kind: 'clean' };
  const [, finding] = /^stream: (.{1,300}) FOUND$/.exec(answer) ?? [];
  if (finding !== undefined) return { kind: 'infected', finding };
  // "INSTREAM size limit exceeded. ERROR" (StreamMaxLength is set below our own limit), and all else.
  throw new ScannerUnavailable(`clamd answered: ${answer.slice(0, 200)}`);
}
