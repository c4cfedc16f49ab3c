import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Enhetsregisteret's API on loopback, with answers of the shape that the real one gives. */
export interface TestRegister {
  readonly url: string;
  /** The paths that it was asked for, as they came. */
  readonly asked: string[];
  /** How it answers, until it is told otherwise. */
  answerWith(answer: Answer): void;
}

/** Call it in `beforeAll`; it is closed when the file has run. */
export async function startRegister(): Promise<TestRegister> {
  let answer: Answer = theRegister;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/enhetsregisteret/api/`,
    asked,
    answerWith(other) {
      answer = other;
    },
  };
}

export const trust = {
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

export function page(list: Record<string, unknown[]>): object {
  const totalElements = Object.values(list).flat().length;
  return {
    ...(totalElements === 0 ? {} : { _embedded: list }),
    _links: { self: { href: 'https://data.brreg.no/enhetsregisteret/api/enheter' } },
    page: { size: 10, totalElements, totalPages: totalElements === 0 ? 0 : 1, number: 0 },
  };
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function theRegister({ url: path = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(path, 'http://register');
  const number = pathname.split('/')[4];
  if (number !== undefined) {
    const isUnit = pathname.includes('/underenheter/');
    if (number === '974760673' && !isUnit) {
      json(response, trust);
      return;
    }
    if (number === '974761076' && isUnit) {
      json(response, clinic);
      return;
    }
    if (number === '971524960' && isUnit) {
      json(response, { ...closed, respons_klasse: 'SlettetUnderenhet' });
      return;
    }
    if (number === '964338531') {
      json(response, { organisasjonsnummer: number, slettedato: '2019-01-01' }, 410);
      return;
    }
    json(response, { status: 404 }, 404);
    return;
  }
  if (pathname.endsWith('/enheter')) {
    const isFound =
      searchParams.get('navn')?.startsWith('fjordby') === true ||
      searchParams.get('organisasjonsnummer') === '974760673';
    json(response, page({ enheter: isFound ? [trust] : [] }));
    return;
  }
  const isFound =
    searchParams.get('navn')?.includes('dps') === true || searchParams.has('overordnetEnhet');
  json(response, page({ underenheter: isFound ? [clinic, closed] : [] }));
}
