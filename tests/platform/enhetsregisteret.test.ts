import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  enhetsregisteret,
  type RegisterOptions,
} from '@/lib/platform/enhetsregisteret/enhetsregisteret';
import { createLog } from '@/lib/platform/log';
import {
  json,
  page,
  startRegister,
  theRegister,
  trust,
  type TestRegister,
} from '../harness/business-register';

let theirs: TestRegister;

beforeAll(async () => {
  theirs = await startRegister();
});

beforeEach(() => {
  theirs.asked.length = 0;
  theirs.answerWith(theRegister);
});

const logged: string[] = [];
const log = createLog('silent');
log.warn = ((facts: object, words: string) => {
  logged.push(JSON.stringify([facts, words]));
}) as typeof log.warn;

function register(options: Partial<RegisterOptions> = {}) {
  return enhetsregisteret({ url: theirs.url, log, restsFor: 0, ...options });
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
    expect(theirs.asked).toEqual([
      '/enhetsregisteret/api/enheter?navn=fjordby+dps&size=10',
      '/enhetsregisteret/api/underenheter?navn=fjordby+dps&size=10',
    ]);
  });

  it('asks for the name of an organisation that it did not find by the words', async () => {
    const found = await register().search('DPS Vika');
    expect(found).toEqual({ ok: true, value: [theClinic] });
    expect(theirs.asked.at(-1)).toBe(
      '/enhetsregisteret/api/enheter?organisasjonsnummer=974760673&size=1',
    );
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
    const [first = ''] = theirs.asked;
    expect(new URL(first, theirs.url).pathname).toBe('/enhetsregisteret/api/enheter');
    expect(first).toContain(`navn=${words.toLowerCase().replaceAll(' ', '+')}&size=10`);
  });

  it('keeps an answer, also that there is none', async () => {
    const own = register();
    for (const words of ['Fjordby DPS', 'FJORDBY DPS', 'ingenting', 'Ingenting']) {
      await own.search(words);
    }
    expect(theirs.asked).toHaveLength(4);
  });

  it('asks again when an answer is old', async () => {
    const own = register({ keepsFor: 20 });
    await own.find('974761076');
    const before = theirs.asked.length;
    await pause(40);
    await own.find('974761076');
    expect(theirs.asked).toHaveLength(before * 2);
  });

  it('is asked once by all who search for the same at once', async () => {
    theirs.answerWith((request, response) => {
      void pause(50).then(() => {
        theRegister(request, response);
      });
    });
    const own = register();
    const answers = await Promise.all(Array.from({ length: 20 }, () => own.search('Fjordby DPS')));
    expect(theirs.asked).toHaveLength(2);
    expect(new Set(answers).size).toBe(1);
  });

  it('reads what can be read of a list', async () => {
    theirs.answerWith((_request, response) => {
      json(response, page({ enheter: [{ navn: 'uten nummer' }, trust] }));
    });
    expect(await register().search('fjordby')).toMatchObject({
      ok: true,
      value: [{ name: 'FJORDBY HELSEFORETAK' }, { name: 'FJORDBY HELSEFORETAK' }],
    });
  });
});

describe('when the register fails, it is unavailable and nothing worse', () => {
  it.each<[string, Parameters<TestRegister['answerWith']>[0]]>([
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
    theirs.answerWith(badly);
    const before = performance.now();
    expect(await register({ timeout: 250 }).search('Fjordby DPS')).toEqual(outage);
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('when nobody is there', async () => {
    expect(await register({ url: 'http://127.0.0.1:1/' }).find('974760673')).toEqual(outage);
  });

  it('leaves it alone for a while, and then asks again', async () => {
    const own = register({ restsFor: 60 });
    theirs.answerWith((_request, response) => {
      json(response, {}, 503);
    });
    expect(await own.search('Fjordby DPS')).toEqual(outage);
    theirs.answerWith(theRegister);
    const before = theirs.asked.length;
    expect(await own.search('Fjordby')).toEqual(outage);
    expect(theirs.asked).toHaveLength(before);
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
