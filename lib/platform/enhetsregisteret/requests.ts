/** A page of ten is some 30 kB. */
const largestAnswer = 512 * 1024;

/** The register did not answer as it should: a word for the log, without what was asked. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

const notThere: ReadonlySet<number> = new Set([400, 404, 410]);

/** What an address answers, as JSON; null for what is not there. @throws Outage */
export async function getJson(
  url: string,
  query: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal,
): Promise<unknown> {
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  const response = await fetch(`${url}${search}`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    if (notThere.has(response.status)) return null;
    throw new Outage(`status ${response.status}`);
  }
  const text = await readBounded(response);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Outage('the answer is not JSON');
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestAnswer) throw new Outage('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** "TimeoutError", or the cause's code ("ECONNREFUSED"): never its message, which can hold the address. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
