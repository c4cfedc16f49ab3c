import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { mainColors } from '@/lib/kernel/main-color';

const yesNo = z.enum(['on', 'off'], { error: 'must be "on" or "off"' });
const port = z.coerce
  .number({ error: 'must be a port number' })
  .int('must be a whole number')
  .min(0, 'must be from 0 to 65535')
  .max(65_535, 'must be from 0 to 65535');

/** Every variable that Opptak reads. `.env.example` explains each; an empty value counts as unset. */
const schema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' })
    .optional(),
  DATABASE_POOL: z.coerce
    .number({ error: 'must be a number of connections' })
    .int('must be a whole number')
    .min(2, 'must be at least 2')
    .max(200, 'must be at most 200')
    .default(10),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    // Refinements run on what is no address, too; that has been said already.
    .refine(
      (url) => !URL.canParse(url) || new URL(url).pathname === '/',
      'must be an origin, without a path',
    )
    .optional(),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  AUTH_SECRET: z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Opptak <opptak@opptak.example>'),
  CLAMD_URL: z
    .url({ protocol: /^(tcp|unix)$/, error: 'must be a tcp:// or unix:// address' })
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be a number of proxies' })
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(10, 'must be at most 10')
    .default(0),
  WORKPLACE_REGISTER: z
    .enum(['local', 'enhetsregisteret'], { error: 'must be "local" or "enhetsregisteret"' })
    .default('local'),
  ENHETSREGISTERET_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .default('https://data.brreg.no/enhetsregisteret/api'),
  WORKER: yesNo.default('on'),
  WEB_PROCESSES: z.coerce
    .number({ error: 'must be a number of processes' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(64, 'must be at most 64')
    .default(() => Math.min(availableParallelism(), 4)),
  DEMO: yesNo.default('off'),
  CLOCK_SHIFT_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(-3650, 'must be at least -3650')
    .max(3650, 'must be at most 3650')
    .default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  INSTALLATION_NAME: z.string().min(1).max(40, 'must have at most 40 characters').default('Opptak'),
  INSTALLATION_COLOR: z
    .enum(mainColors, { error: `must be one of ${mainColors.join(', ')}` })
    .default('pine'),
  INSTALLATION_CONTACT: z
    .email({ error: 'must be an e-mail address' })
    .default('opptak@opptak.example'),
});

/** The names of all variables, for the test that `.env.example` explains each. */
export const variableNames: readonly string[] = Object.keys(schema.shape);

/** The environment after parsing: defaults in place, numbers as numbers. */
export type Env = Readonly<z.infer<typeof schema>>;

/** As much of it as says which address the public uses. */
export type Origin = Pick<Env, 'APP_URL' | 'PORT'>;

/** Thrown when a variable is wrong; the message is a sentence for each that names it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Parses the environment.
 * @throws EnvironmentError with one sentence for each wrong variable, never with its value.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(
      (issue) => `The environment variable ${issue.path.join('.')} ${issue.message}.`,
    );
    throw new EnvironmentError(sentences.join('\n'));
  }
  if (parsed.data.CLOCK_SHIFT_DAYS !== 0 && parsed.data.DEMO === 'off') {
    throw new EnvironmentError(
      'The environment variable CLOCK_SHIFT_DAYS is for rehearsals and needs DEMO=on.',
    );
  }
  return parsed.data;
}

/** Origins that a form may be sent from: APP_URL alone, or without it this machine's own names. */
export function allowedOrigins(env: Env): readonly string[] {
  if (env.APP_URL !== undefined) return [new URL(env.APP_URL).origin];
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${env.PORT}`);
}

/** The address that letters link to. */
export function publicOrigin(env: Origin): string {
  return env.APP_URL === undefined ? `http://localhost:${env.PORT}` : new URL(env.APP_URL).origin;
}

/** Whether cookies are `Secure` with the `__Host-` prefix: whenever the public address is https. */
export function isSecure(env: Origin): boolean {
  return publicOrigin(env).startsWith('https://');
}
