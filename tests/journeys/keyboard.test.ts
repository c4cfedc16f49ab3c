import { beforeAll, expect, test } from 'vitest';
import type { CohortId } from '@/lib/kernel/ids';
import { startServer, type TestServer } from '../harness/server';
import { cohortPlace, days, hasOfferedPlaces, hasOpenCohort, shiftTo } from './stage';
import { arriving, visit, type Visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  cohortId = await hasOpenCohort(server);
});

const email = 'tastatur@demo.example';
const name = 'Tora Tastatur';

test('without a mouse one applies, is offered a place and takes it, and always sees where one is', async () => {
  const me = await visit(server);
  await me.open(`/nb/apply/${cohortPlace}`);
  await presses(me, 'Logg inn og start');
  await types(me, 'E-postadresse', email);
  await presses(me, 'Send meg lenken');
  const letter = await me.mailbox.waitForLetter({ to: email });
  await me.page.goto(letter.links.find((link) => link.includes('/sign-in/link/')) ?? '');
  await presses(me, 'Logg inn', 'BUTTON');
  await presses(me, 'Start søknaden');
  const reference = me.path().split('/')[3] ?? '';

  await correctsFromTheSummary(me);
  await tellsAboutTheWorkplace(me);
  await types(me, 'Hvorfor vil du ta utdanningen?', 'Jeg vil bruke mindre tvang.');
  await presses(me, 'Lagre og gå videre');
  for (const condition of ['Jeg leser fagtekster på engelsk', 'Jeg blir med på rollespill']) {
    await ticks(me, condition);
  }
  await ticks(me, 'Jeg blir med på videoopptak');
  await presses(me, 'Lagre og gå videre');
  await presses(me, 'Gå videre');
  await presses(me, 'Send søknad');
  expect(await me.heading()).toBe('Søknaden er sendt');

  await hasOfferedPlaces(server, cohortId, [reference]);
  await server.restart({ clockShiftDays: shiftTo(days.afterDeadline) });
  const offer = await me.mailbox.waitForLetter({ to: email, subject: 'Du har fått plass på' });
  await me.page.goto(offer.links.find((link) => link.includes('/offers/link/')) ?? '');
  await signs(me);
  expect(await me.heading()).toMatch(/^Du er påmeldt /);
});

/** A mistake takes one to the summary, Enter from there to the field, and Enter in a field sends. */
async function correctsFromTheSummary(me: Visit): Promise<void> {
  await types(me, 'Telefon', '400 00 000');
  await chooses(me, 'Bokmål');
  await presses(me, 'Lagre og gå videre');
  await tabsTo(me, 'Skriv navnet ditt.');
  await me.page.keyboard.press('Enter');
  expect(await me.page.evaluate(() => document.activeElement?.id)).toBe('name');
  await me.page.keyboard.type(name);
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
  expect(await me.heading()).toBe('Bakgrunnen din');
  await chooses(me, 'Gruppe 1: Psykolog eller lege i psykiatri', 1);
  await types(me, 'Yrke', 'Sykepleier');
  await types(me, 'Utdanning', 'Bachelor i sykepleie, 2015');
  await presses(me, 'Lagre og gå videre');
}

async function tellsAboutTheWorkplace(me: Visit): Promise<void> {
  await types(me, 'Arbeidsgiver', 'Fjordby helseforetak');
  await types(me, 'Organisasjonsnummer', '974 760 673');
  await types(me, 'Enhet', 'Døgnenhet 2');
  await types(me, 'Navn på lederen din', 'Leder Ledersen');
  await chooses(me, 'Ja');
  // The second «Ja» of the page, and from there two down to «Nei».
  await chooses(me, 'Ja', 2);
  await types(me, 'Hvordan skal jobben bruke det du lærer?', 'I miljøarbeidet.');
  await presses(me, 'Lagre og gå videre');
}

async function signs(me: Visit): Promise<void> {
  await chooses(me, 'Arbeidsgiveren min', 1);
  await types(me, 'Adresse', 'Storgata 1');
  await types(me, 'Postnummer', '9008');
  await types(me, 'Poststed', 'Tromsø');
  await types(me, 'Skriv hele navnet ditt for å signere', name);
  await presses(me, /^Meld deg bindende på til/);
}

interface Focused {
  readonly name: string;
  readonly tag: string;
  readonly isShown: boolean;
}

/** What has the focus: what it is called, and whether one can see that it has it. */
function focused(me: Visit): Promise<Focused> {
  return me.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', tag: '', isShown: false };
    const label = (element as HTMLInputElement).labels?.[0];
    // A radio button or a box to tick is framed together with its words.
    const framed = [element, element.closest('.ds-field')].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const words = label?.innerText ?? element.getAttribute('aria-label') ?? element.innerText;
    const { width, height } = element.getBoundingClientRect();
    return {
      name: words.replace(/\s+/g, ' ').trim(),
      tag: element.tagName,
      isShown: framed && width > 0 && height > 0,
    };
  });
}

/** Goes on with Tab until something has this name; every stop on the way must be seen. */
async function tabsTo(me: Visit, wanted: string | RegExp, tag?: string): Promise<void> {
  const stops: string[] = [];
  for (let at = 0; at < 80; at += 1) {
    await me.page.keyboard.press('Tab');
    const stop = await focused(me);
    stops.push(stop.name);
    if (stop.tag === 'BODY') continue;
    expect([me.path(), stop, stop.isShown]).toEqual([me.path(), stop, true]);
    const fits = typeof wanted === 'string' ? stop.name === wanted : wanted.test(stop.name);
    if (fits && (tag === undefined || stop.tag === tag)) return;
  }
  throw new Error(`Tab does not come to «${String(wanted)}» on ${me.path()}: ${stops.join(' | ')}`);
}

async function types(me: Visit, field: string, text: string): Promise<void> {
  await tabsTo(me, field);
  await me.page.keyboard.type(text);
}

async function ticks(me: Visit, box: string): Promise<void> {
  await tabsTo(me, box);
  await me.page.keyboard.press('Space');
}

/** Comes to a group at its first choice, and goes some choices down. */
async function chooses(me: Visit, first: string, down = 0): Promise<void> {
  await tabsTo(me, first);
  await me.page.keyboard.press('Space');
  for (let at = 0; at < down; at += 1) await me.page.keyboard.press('ArrowDown');
}

async function presses(me: Visit, button: string | RegExp, tag?: string): Promise<void> {
  await tabsTo(me, button, tag);
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
}
