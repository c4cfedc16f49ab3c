import { expect } from 'vitest';
import { cohortPlace } from './stage';
import type { Visit } from './visit';

/** What an applicant of the second category says of herself; the rest is the same for all. */
export interface Nurse {
  readonly email: string;
  readonly name: string;
  readonly employer: string;
  readonly organisationNumber: string;
  readonly unit: string;
  readonly worksWithKyr: 'Ja' | 'Delvis' | 'Nei';
}

/** From the programme's page to a draft: reads, signs in, starts. Returns the reference. */
export async function startsFromProgramme(me: Visit, email: string): Promise<string> {
  await me.open(`/nb/programmes/${cohortPlace}`);
  await me.follow('Se hva du trenger, og start');
  await me.follow('Logg inn og start');
  await me.signIn(email);
  expect(me.path()).toBe(`/nb/apply/${cohortPlace}`);
  await me.press('Start søknaden');
  const [, reference] = /^\/nb\/applications\/([^/]+)\/about-you$/.exec(me.path()) ?? [];
  if (reference === undefined) throw new Error(`No application was started: ${me.path()}`);
  return reference;
}

export async function saysWhoTheyAre(me: Visit, name: string): Promise<void> {
  expect(await me.heading()).toBe('Om deg');
  await me.fill('Navn', name);
  await me.fill('Telefon', '400 00 000');
  await me.choose('Bokmål');
  await me.press('Lagre og gå videre');
}

export async function saysWhereTheyWork(
  me: Visit,
  { employer, organisationNumber, unit, worksWithKyr }: Omit<Nurse, 'email' | 'name'>,
): Promise<void> {
  expect(await me.heading()).toBe('Arbeidsstedet ditt');
  await me.fill('Arbeidsgiver', employer);
  await me.fill('Organisasjonsnummer', organisationNumber);
  await me.fill('Enhet', unit);
  await me.fill('Navn på lederen din', 'Leder Ledersen');
  await me.choose('Ja', 'Støtter lederen at du søker?');
  await me.choose(worksWithKyr, 'Jobber arbeidsstedet med recovery forankret i KYR?');
  if (worksWithKyr !== 'Nei') {
    await me.fill('Hvordan jobber dere med KYR?', 'Vi øver på validering hver uke.');
  }
  await me.fill('Hvordan skal jobben bruke det du lærer?', 'I miljøarbeidet, hver dag.');
  await me.press('Lagre og gå videre');
}

export async function saysWhy(me: Visit): Promise<void> {
  expect(await me.heading()).toBe('Motivasjonen din');
  await me.fill('Hvorfor vil du ta utdanningen?', 'Jeg vil bruke mindre tvang.');
  await me.press('Lagre og gå videre');
}

export const conditions = [
  'Jeg leser fagtekster på engelsk',
  'Jeg blir med på rollespill',
  'Jeg blir med på videoopptak',
] as const;

export async function isReady(me: Visit): Promise<void> {
  expect(await me.heading()).toBe('Det du må være klar for');
  for (const condition of conditions) await me.choose(condition);
  await me.press('Lagre og gå videre');
}

/** A nurse's whole way through the pages, without a mistake. Returns the reference. */
export async function nurseApplies(me: Visit, nurse: Nurse): Promise<string> {
  const reference = await startsFromProgramme(me, nurse.email);
  await saysWhoTheyAre(me, nurse.name);
  await me.choose('Gruppe 2: Sykepleier, vernepleier, fysioterapeut eller ergoterapeut');
  await me.fill('Yrke', 'Sykepleier');
  await me.fill('Utdanning', 'Bachelor i sykepleie, 2015');
  await me.page.getByLabel('Relevant erfaring').fill('Ti år i døgnpost.');
  await me.press('Lagre og gå videre');
  await saysWhereTheyWork(me, nurse);
  await saysWhy(me);
  await isReady(me);
  await me.press('Gå videre');
  await me.press('Send søknad');
  expect(await me.heading()).toBe('Søknaden er sendt');
  return reference;
}
