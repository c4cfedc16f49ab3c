import { pino, type Logger } from 'pino';

export type Log = Logger;

/** What must never reach a log, wherever it stands in a logged object. */
const personal = [
  'email',
  'to',
  'toAddress',
  'name',
  'phone',
  'answers',
  'typed',
  'html',
  'text',
  'subject',
  'secret',
  'token',
  'cookie',
  'authorization',
  'payer',
  'signedName',
];

/** One JSON line a message on standard output, with personal data and secrets taken out. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[redacted]',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
