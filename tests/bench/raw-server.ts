import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { poolSize } from './pool-size';
import { openRawSubmission, type RawOutcome } from './raw-submission';

/**
 * The yardstick of the submission bench: one route on node:http and pg, written by hand, that does the
 * same transaction as ours on the same tables. It has no framework, no forms, no languages, and nothing
 * that it does not need; but it leaves nothing out that the rules ask for.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: poolSize });
const port = Number(process.env['PORT']);
const origin = `http://localhost:${port}`;
const submit = await openRawSubmission(pool);

const minute = 60_000;
const perMinute = 240;

interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

async function signedIn(request: IncomingMessage): Promise<Account | null> {
  const secret = /(?:^|; )opptak\.session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (secret === undefined) return null;
  const { rows } = await pool.query<Account>({
    name: 'session',
    text: `select u.id, u.email, u.name from sign_in_session s join user_account u on u.id = s.user_id
      where s.token_hash = $1 and s.expires_at > now()`,
    values: [createHash('sha256').update(decodeURIComponent(secret)).digest('hex')],
  });
  return rows[0] ?? null;
}

async function mayGoOn(account: Account): Promise<boolean> {
  const now = Date.now();
  const { rows } = await pool.query<{ points: number }>({
    name: 'rate',
    text: `insert into rate_limit (key, points, expire) values ($1, 1, $2)
      on conflict (key) do update set
        points = case when rate_limit.expire <= $3 then 1 else rate_limit.points + 1 end,
        expire = case when rate_limit.expire <= $3 then $2 else rate_limit.expire end
      returning points`,
    values: [`raw:${account.id}`, now + minute, now],
  });
  return (rows[0]?.points ?? 0) <= perMinute;
}

function end(response: ServerResponse, status: number, text?: string): void {
  response.writeHead(status).end(text);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reference = /^\/api\/nb\/applications\/([^/]+)\/submit$/.exec(request.url ?? '')?.[1];
  if (request.url === '/readyz') {
    end(response, 200, 'ready');
    return;
  }
  request.resume();
  await once(request, 'end');
  if (request.method !== 'POST' || reference === undefined) {
    end(response, 404);
    return;
  }
  if (request.headers.origin !== origin) {
    end(response, 403);
    return;
  }
  const account = await signedIn(request);
  if (account === null) {
    end(response, 401);
    return;
  }
  if (!(await mayGoOn(account))) {
    end(response, 429);
    return;
  }
  const outcome = await submit(account, reference);
  if (outcome !== 'submitted') {
    end(response, statuses[outcome], outcome);
    return;
  }
  const location = `/nb/applications/${reference}/receipt`;
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

const statuses: Readonly<Record<Exclude<RawOutcome, 'submitted'>, number>> = {
  'not-found': 404,
  closed: 409,
  incomplete: 409,
};

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(port, '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
