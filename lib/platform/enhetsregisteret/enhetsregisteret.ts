import { LRUCache } from 'lru-cache';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { BusinessRegister, RegisteredUnit, RegisterUnavailable } from '../business-register';
import type { Log } from '../log';
import { getJson, nameOf, Outage } from './requests';
import { mostUnits, oneIn, registered, unitsIn, type Unit } from './units';

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
