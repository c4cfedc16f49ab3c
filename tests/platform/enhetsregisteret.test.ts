import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enhetsregisteret, type RegisterOptions } from '@/lib/platform/enhetsregisteret';
import { createLog } from '@/lib/platform/log';

/** The API on loopback, with answers of the shape that the real one gives. */
let server: Server;
let url: string;
let asked: string[];
let answerWith: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    answerWith(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/enhetsregisteret/api/`;
});

beforeEach(() => {
  asked = [];
  answerWith = theRegister;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const trust = {
  organisasjonsnummer: '974760673',
  navn: 'FJORDBY HELSEFORETAK',
  organisasjonsform: { kode: 'ORGL', beskrivelse: 'Organisasjonsledd' },
  registreringsdatoEnhetsregisteret: '1995-08-09',
  registrertIMvaregisteret: false,
  forretningsadresse: {
    land: 'Norge',
    landkode: 'NO',
    postnummer: '9999',
    poststed: 'FJORDBY',
    adresse: ['Eksempelveien 1'],
    kommune: 'FJORDBY',
    kommunenummer: '9999',
  },
  _links: { self: { href: 'https://data.brreg.no/enhetsregisteret/api/enheter/974760673' } },
  respons_klasse: 'Enhet',
};

const clinic = {
  organisasjonsnummer: '974761076',
  navn: 'FJORDBY DPS',
  organisasjonsform: { kode: 'BEDR', beskrivelse: 'Underenhet til næringsdrivende' },
  overordnetEnhet: '974760673',
  beliggenhetsadresse: { land: 'Norge', landkode: 'NO', poststed: 'VIKA', kommune: 'FJORDBY' },
  antallAnsatte: 120,
  respons_klasse: 'Underenhet',
};

const closed = { ...clinic, organisasjonsnummer: '971524960', slettedato: '2024-01-01' };

function page(list: Record<string, unknown[]>): object {
  const totalElements = Object.values(list).flat().length;
  return {
    ...(totalElements === 0 ? {} : { _embedded: list }),
    _links: { self: { href: 'https://data.brreg.no/enhetsregisteret/api/enheter' } },
    page: { size: 10, totalElements, totalPages: totalElements === 0 ? 0 : 1, number: 0 },
  };
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function theRegister({ url: path = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(path, 'http://register');
  const number = pathname.split('/')[4];
  if (number !== undefined) {
    const isUnit = pathname.includes('/underenheter/');
    if (number === '974760673' && !isUnit) return json(response, trust);
    if (number === '974761076' && isUnit) return json(response, clinic);
    if (number === '971524960' && isUnit) {
      return json(response, { ...closed, respons_klasse: 'SlettetUnderenhet' });
    }
    if (number === '964338531') {
      return json(response, { organisasjonsnummer: number, slettedato: '2019-01-01' }, 410);
    }
    return json(response, { status: 404 }, 404);
  }
  if (pathname.endsWith('/enheter')) {
    const isFound =
      searchParams.get('navn')?.startsWith('fjordby') === true ||
      searchParams.get('organisasjonsnummer') === '974760673';
    return json(response, page({ enheter: isFound ? [trust] : [] }));
  }
  const isFound =
    searchParams.get('navn')?.includes('dps') === true || searchParams.has('overordnetEnhet');
  json(response, page({ underenheter: isFound ? [clinic, closed] : [] }));
}

const logged: string[] = [];
const log = createLog('silent');
log.warn = ((facts: object, words: string) => {
  logged.push(JSON.stringify([facts, words]));
}) as typeof log.warn;

function register(options: Partial<RegisterOptions> = {}) {
  return enhetsregisteret({ url, log, restsFor: 0, ...options });
}

const outage = { ok: false, refusal: { kind: 'register-unavailable' } };

const theTrust = {
  organisationNumber: '974760673',
  name: 'FJORDBY HELSEFORETAK',
  kind: 'entity',
  parent: null,
  place: 'FJORDBY',
};
const theClinic = {
  organisationNumber: '974761076',
  name: 'FJORDBY DPS',
  kind: 'sub-entity',
  parent: { organisationNumber: '974760673', name: 'FJORDBY HELSEFORETAK' },
  place: 'VIKA',
};

describe('Enhetsregisteret', () => {
  it('finds organisations and their units by name, with whose units they are', async () => {
    expect(await register().search('Fjordby DPS')).toEqual({
      ok: true,
      value: [theTrust, theClinic],
    });
    expect(asked).toEqual([
      '/enhetsregisteret/api/enheter?navn=fjordby+dps&size=10',
      '/enhetsregisteret/api/underenheter?navn=fjordby+dps&size=10',
    ]);
  });

  it('asks for the name of an organisation that it did not find by the words', async () => {
    const found = await register().search('DPS Vika');
    expect(found).toEqual({ ok: true, value: [theClinic] });
    expect(asked.at(-1)).toBe('/enhetsregisteret/api/enheter?organisasjonsnummer=974760673&size=1');
  });

  it.each([
    ['an organisation, with its units', '974760673', [theTrust, theClinic]],
    ['a unit', '974761076', [theClinic]],
    ['nothing for a number that nobody has', '923609016', []],
    ['nothing for a unit that is deleted', '971524960', []],
    ['nothing for what has been taken out of the register', '964338531', []],
  ])('finds by number %s', async (_what, number, value) => {
    expect(await register().find(number)).toEqual({ ok: true, value });
  });

  it('finds nothing without complaint', async () => {
    expect(await register().search('ingenting')).toEqual({ ok: true, value: [] });
  });

  it('sends the words whole, whatever they are', async () => {
    const words = `50% & "O'Hara" #?/..\\ æøå`;
    await register().search(words);
    const [first = ''] = asked;
    expect(new URL(first, url).pathname).toBe('/enhetsregisteret/api/enheter');
    expect(first).toContain(`navn=${words.toLowerCase().replaceAll(' ', '+')}&size=10`);
  });

  it('keeps an answer, also that there is none', async () => {
    const own = register();
    for (const words of ['Fjordby DPS', 'FJORDBY DPS', 'ingenting', 'Ingenting']) {
      await own.search(words);
    }
    expect(asked).toHaveLength(4);
  });

  it('asks again when an answer is old', async () => {
    const own = register({ keepsFor: 20 });
    await own.find('974761076');
    const before = asked.length;
    await pause(40);
    await own.find('974761076');
    expect(asked).toHaveLength(before * 2);
  });

  it('is asked once by all who search for the same at once', async () => {
    answerWith = (request, response) => void pause(50).then(() => theRegister(request, response));
    const own = register();
    const answers = await Promise.all(Array.from({ length: 20 }, () => own.search('Fjordby DPS')));
    expect(asked).toHaveLength(2);
    expect(new Set(answers).size).toBe(1);
  });

  it('reads what can be read of a list', async () => {
    answerWith = (_request, response) =>
      json(response, page({ enheter: [{ navn: 'uten nummer' }, trust] }));
    expect(await register().search('fjordby')).toMatchObject({
      ok: true,
      value: [{ name: 'FJORDBY HELSEFORETAK' }, { name: 'FJORDBY HELSEFORETAK' }],
    });
  });
});

describe('when the register fails, it is unavailable and nothing worse', () => {
  it.each<[string, typeof answerWith]>([
    ['it is out of order', (_request, response) => json(response, { status: 500 }, 500)],
    ['it is asked too much', (_request, response) => json(response, {}, 429)],
    ['it answers with a page', (_request, response) => response.end('<html>Vedlikehold</html>')],
    ['it answers with something else', (_request, response) => json(response, [])],
    ['its list is no list', (_request, response) => json(response, { _embedded: { enheter: 7 } })],
    [
      'none of its units can be read',
      (_request, response) => json(response, page({ enheter: [{ orgnr: 1 }] })),
    ],
    ['it answers with half of it', (_request, response) => response.end('{"_embedded":{"enh')],
    [
      'it breaks off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write('{"page"');
        setTimeout(() => response.destroy(), 10);
      },
    ],
    [
      'its answer never ends',
      (_request, response) => {
        const chunk = Buffer.alloc(64 * 1024, ' ');
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
    ],
    [
      'it sends one elsewhere',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['it does not answer', () => undefined],
  ])('when %s', async (_when, badly) => {
    answerWith = badly;
    const before = performance.now();
    expect(await register({ timeout: 250 }).search('Fjordby DPS')).toEqual(outage);
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('when nobody is there', async () => {
    expect(await register({ url: 'http://127.0.0.1:1/' }).find('974760673')).toEqual(outage);
  });

  it('leaves it alone for a while, and then asks again', async () => {
    const own = register({ restsFor: 60 });
    answerWith = (_request, response) => json(response, {}, 503);
    expect(await own.search('Fjordby DPS')).toEqual(outage);
    answerWith = theRegister;
    const before = asked.length;
    expect(await own.search('Fjordby')).toEqual(outage);
    expect(asked).toHaveLength(before);
    await pause(90);
    expect(await own.search('Fjordby DPS')).toMatchObject({ ok: true });
  });

  it('says so in the log, and never what was searched for', () => {
    const all = logged.join('\n');
    expect(all).toContain('the business register did not answer');
    expect(all).toContain('TimeoutError');
    expect(all).toContain('status 503');
    expect(all.toLowerCase()).not.toContain('dps');
    expect(all).not.toContain('974760673');
  });
});
