import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { BusinessRegister, RegisteredUnit, RegisterUnavailable } from './business-register';
import type { Log } from './log';

type Answer = Result<readonly RegisteredUnit[], RegisterUnavailable>;

export interface RegisterOptions {
  /** The API's root: https://data.brreg.no/enhetsregisteret/api. */
  readonly url: string;
  readonly log: Log;
  /** For one search with all its requests, in milliseconds. */
  readonly timeout?: number;
  /** How long an answer is kept. */
  readonly keepsFor?: number;
  /** After an outage the register is left alone for this long: pages must not wait for it again and again. */
  readonly restsFor?: number;
}

/** Organisations of a search, and units of one; more would not be read on a phone. */
const mostUnits = 10;

/** A page of ten is some 30 kB. */
const largestAnswer = 512 * 1024;

const address = z.object({ poststed: z.string().optional(), kommune: z.string().optional() });

/** What is read of an «enhet» or an «underenhet»; the register sends much more. */
const unitForm = z.object({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: z.string().trim().min(1).max(300),
  slettedato: z.string().optional(),
  overordnetEnhet: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  forretningsadresse: address.optional(),
  beliggenhetsadresse: address.optional(),
});
type Unit = z.infer<typeof unitForm>;

/** A page of a list; without `_embedded` it is empty, and then it must at least count. */
const listForm = z.union([
  z.object({
    _embedded: z.object({
      enheter: z.array(z.unknown()).optional(),
      underenheter: z.array(z.unknown()).optional(),
    }),
  }),
  z.object({
    page: z.object({ totalElements: z.literal(0) }),
    _embedded: z.undefined().optional(),
  }),
]);

/** The register did not answer as it should: a word for the log, without what was asked. */
class Outage extends Error {
  override readonly name = 'Outage';
}

/**
 * Enhetsregisteret's open API. It is asked nothing twice: answers are kept, and those who search for the
 * same at once share one request. The search goes to the register and into no log.
 */
export function enhetsregisteret(options: RegisterOptions): BusinessRegister {
  const { log, timeout = 3_000, keepsFor = 60 * 60_000, restsFor = 15_000 } = options;
  const root = options.url.replace(/\/+$/, '');
  const kept = new LRUCache<string, readonly RegisteredUnit[]>({ max: 500, ttl: keepsFor });
  const underWay = new Map<string, Promise<Answer>>();
  let restsUntil = 0;

  function once(key: string, ask: (get: Get) => Promise<RegisteredUnit[]>): Promise<Answer> {
    const known = kept.get(key);
    if (known !== undefined) return Promise.resolve(ok(known));
    const same = underWay.get(key);
    if (same !== undefined) return same;
    if (performance.now() < restsUntil) return Promise.resolve(unavailable);
    const answer = answered(key, ask).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  }

  async function answered(
    key: string,
    ask: (get: Get) => Promise<RegisteredUnit[]>,
  ): Promise<Answer> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const units = await ask((path, query) => getJson(`${root}${path}`, query, signal));
      kept.set(key, units);
      return ok(units);
    } catch (error) {
      restsUntil = performance.now() + restsFor;
      const reason = error instanceof Outage ? error.message : nameOf(error);
      log.warn({ reason }, 'the business register did not answer');
      return unavailable;
    }
  }

  return {
    search: (name) => {
      const key = name.normalize('NFC').toLowerCase();
      return once(`name ${key}`, (get) => searchByName(get, key));
    },
    find: (organisationNumber) =>
      once(`number ${organisationNumber}`, (get) => findByNumber(get, organisationNumber)),
  };
}

const unavailable: Answer = refuse({ kind: 'register-unavailable' });

/** What a path answers, as JSON; null for what is not there (404), not any more (410), or not to be asked (400). */
type Get = (path: string, query?: Readonly<Record<string, string>>) => Promise<unknown>;

async function searchByName(get: Get, navn: string): Promise<RegisteredUnit[]> {
  const size = String(mostUnits);
  const [entities, units] = await Promise.all([
    get('/enheter', { navn, size }).then(unitsIn),
    get('/underenheter', { navn, size }).then(unitsIn),
  ]);
  const names = await namesOf(get, units, entities);
  return [
    ...entities.map((unit) => registered(unit, 'entity', names)),
    ...units.map((unit) => registered(unit, 'sub-entity', names)),
  ];
}

async function findByNumber(get: Get, number: string): Promise<RegisteredUnit[]> {
  const entity = oneIn(await get(`/enheter/${number}`));
  if (entity !== null) {
    const units = await get('/underenheter', {
      overordnetEnhet: number,
      size: String(mostUnits),
    }).then(unitsIn);
    const names = new Map([[number, entity.navn]]);
    return [
      registered(entity, 'entity', names),
      ...units.map((unit) => registered(unit, 'sub-entity', names)),
    ];
  }
  const unit = oneIn(await get(`/underenheter/${number}`));
  if (unit === null) return [];
  return [registered(unit, 'sub-entity', await namesOf(get, [unit], []))];
}

/** The names of the units' organisations, asked for in one request unless they are known. */
async function namesOf(
  get: Get,
  units: readonly Unit[],
  known: readonly Unit[],
): Promise<Map<string, string>> {
  const names = new Map(known.map(({ organisasjonsnummer, navn }) => [organisasjonsnummer, navn]));
  const parents = new Set(units.flatMap(({ overordnetEnhet }) => overordnetEnhet ?? []));
  const unknown = [...parents].filter((number) => !names.has(number));
  if (unknown.length === 0) return names;
  const found = await get('/enheter', {
    organisasjonsnummer: unknown.join(','),
    size: String(unknown.length),
  }).then(unitsIn);
  for (const { organisasjonsnummer, navn } of found) names.set(organisasjonsnummer, navn);
  return names;
}

function registered(
  unit: Unit,
  kind: RegisteredUnit['kind'],
  names: ReadonlyMap<string, string>,
): RegisteredUnit {
  const { organisasjonsnummer, navn, overordnetEnhet } = unit;
  const parentName = names.get(overordnetEnhet ?? '');
  const where = unit.beliggenhetsadresse ?? unit.forretningsadresse;
  return {
    organisationNumber: organisasjonsnummer,
    name: oneLine(navn),
    kind,
    parent:
      overordnetEnhet === undefined || parentName === undefined
        ? null
        : { organisationNumber: overordnetEnhet, name: oneLine(parentName) },
    place: oneLine(where?.poststed ?? where?.kommune ?? '') || null,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** The units of a list that can be read and are not deleted. */
function unitsIn(json: unknown): Unit[] {
  if (json === null) return [];
  const list = listForm.safeParse(json);
  if (!list.success) throw new Outage('the list cannot be read');
  const { enheter = [], underenheter = [] } = list.data._embedded ?? {};
  const sent = [...enheter, ...underenheter];
  const parsed = sent.map((each) => unitForm.safeParse(each));
  const units = parsed.flatMap((each) => (each.success ? [each.data] : []));
  if (sent.length > 0 && units.length === 0) throw new Outage('no unit of the list can be read');
  return units.filter(({ slettedato }) => slettedato === undefined).slice(0, mostUnits);
}

function oneIn(json: unknown): Unit | null {
  if (json === null) return null;
  const deleted = z.object({ slettedato: z.string() }).safeParse(json);
  if (deleted.success) return null;
  const unit = unitForm.safeParse(json);
  if (!unit.success) throw new Outage('the unit cannot be read');
  return unit.data;
}

const notThere: ReadonlySet<number> = new Set([400, 404, 410]);

async function getJson(
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
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
