import { Agent, request } from 'node:http';

/** The connections of somebody who comes back for one page after the other. */
const kept = new Agent({ keepAlive: true, maxSockets: 512 });

/**
 * The connection of somebody who comes anew, or has been writing for longer than one is kept open. Whoever
 * opens it ends it.
 */
export function openConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** One request, and its answer read to the end. `form` makes it a POST as a browser's form makes it. */
export function fetchWhole(
  origin: string,
  path: string,
  {
    cookie,
    form,
    agent = kept,
  }: { readonly cookie?: string; readonly form?: string; readonly agent?: Agent } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'text/html' };
  if (cookie !== undefined) headers['cookie'] = cookie;
  if (form !== undefined) {
    headers['origin'] = origin;
    headers['content-type'] = 'application/x-www-form-urlencoded';
    headers['content-length'] = String(Buffer.byteLength(form));
  }
  return new Promise((settle, fail) => {
    const method = form === undefined ? 'GET' : 'POST';
    const outgoing = request(`${origin}${path}`, { agent, method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', fail);
      incoming.once('end', () => {
        settle({
          status: incoming.statusCode ?? 0,
          location: incoming.headers.location ?? null,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    outgoing.once('error', fail);
    outgoing.end(form);
  });
}
