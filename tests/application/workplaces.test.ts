import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { searchWorkplaces } from '@/lib/application/queries/workplace-search';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { workplaceStanding } from '@/lib/application/queries/workplace-standing';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import { withdrawAnchoring } from '@/lib/application/use-cases/withdraw-anchoring';
import type { Answers, WorkplaceAnswers } from '@/lib/application/rules/answers';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { enhetsregisteret } from '@/lib/platform/enhetsregisteret/enhetsregisteret';
import { concludes, done, moments, openAdmission, person, refusalOf } from '../admission/stage';
import { json, startRegister, theRegister, type TestRegister } from '../harness/business-register';
import type { TestPlatform } from '../harness/platform';
import { fillsIn, psychologist, startsDraft, uploaded } from './stage';

const evidence = 'Samtale med leder, og plan for KYR.';

/** Nobody's: a right check digit, and beginning with 1, which the register gives out none of. */
const numbers = { north: '100000016', south: '100000024', town: '100000032' } as const;

function at(unit: string, given: Partial<WorkplaceAnswers> = {}): WorkplaceAnswers {
  return {
    ...psychologist.workplace,
    employer: 'Ånestad Sjukehus HF',
    organisationNumber: numbers.north,
    unit,
    ...given,
  };
}

let platform: TestPlatform;
let officer: Person;
let seeker: Person;
let reference: string;
let cohortId: CohortId;

beforeAll(async () => {
  ({ platform, cohortId, officer } = await openAdmission({ connections: 12 }));
  seeker = await person(platform, 'Sigrid');
  reference = await startsDraft(platform, seeker);
});

beforeEach(() => {
  platform.clock.set(moments.open);
});

/** Somebody applies from a workplace; gives back who, and the application. */
async function appliesFrom(
  workplace: WorkplaceAnswers,
): Promise<{ applicant: Person; reference: string; workplaceId: string }> {
  const applicant = await person(platform, 'Anne');
  const sent = await fillsIn(platform, applicant, { ...psychologist, workplace });
  done(await submitApplication(platform, applicant, { reference: sent }));
  const row = await platform.db.application.findUniqueOrThrow({ where: { reference: sent } });
  return { applicant, reference: sent, workplaceId: row.workplaceId ?? '' };
}

async function verified(
  workplaceId: string,
  from = localDate('2021-01-01'),
  to: ReturnType<typeof localDate> | null = null,
): Promise<string> {
  const given = { workplaceId, from, to, evidence };
  return done(await verifyAnchoring(platform, officer, given)).anchoringId;
}

async function finds(typed: string, on: Platform = platform) {
  return done(await searchWorkplaces(on, seeker, { reference, typed }));
}

async function units(typed: string): Promise<string[]> {
  return (await finds(typed)).found.map(({ unit }) => unit);
}

describe('searching for a workplace among those that are known', () => {
  beforeAll(async () => {
    await verified((await appliesFrom(at('Døgnpost Éin'))).workplaceId);
    await verified(
      (await appliesFrom(at('Ambulant team'))).workplaceId,
      localDate('2019-01-01'),
      localDate('2020-12-31'),
    );
    await verified(
      (
        await appliesFrom(
          at('Psykosepost', { employer: 'Æsvik & Ødegård', organisationNumber: numbers.south }),
        )
      ).workplaceId,
    );
  });

  it.each([
    ['ånestad', ['Ambulant team', 'Døgnpost Éin']],
    ['ANESTAD', ['Ambulant team', 'Døgnpost Éin']],
    ['døgnpost ånestad', ['Døgnpost Éin']],
    ['dogn sjuk', ['Døgnpost Éin']],
    ['ein anest', ['Døgnpost Éin']],
    ['aesvik odegard', ['Psykosepost']],
    ['Æsvik & Ødegård, psykosepost', ['Psykosepost']],
    ['post', []],
    ['nestad', []],
    ['100 000 016', ['Ambulant team', 'Døgnpost Éin']],
    ['100000024', ['Psykosepost']],
    ['100000032', []],
    ["dogn' or 1=1 --", []],
    ['dogn%', ['Døgnpost Éin']],
    ['d_g npost', []],
    ['dogn\\', ['Døgnpost Éin']],
  ])('finds by %j', async (typed, expected) => {
    expect(await units(typed)).toEqual(expected);
  });

  it('says of each whether it is anchored on the deadline, and since when', async () => {
    const { found, hasMore, registerIsDown } = await finds('ånestad');
    expect(found).toEqual([
      expect.objectContaining({ unit: 'Ambulant team', anchoredSince: null }),
      {
        employer: 'Ånestad Sjukehus HF',
        organisationNumber: numbers.north,
        unit: 'Døgnpost Éin',
        place: null,
        anchoredSince: '2021-01-01',
      },
    ]);
    expect({ hasMore, registerIsDown }).toEqual({ hasMore: false, registerIsDown: false });
  });

  it.each([
    ['', 'search-empty'],
    ['åa', 'search-too-short'],
    ['x'.repeat(300), 'search-too-long'],
    ['ånestad\u0000', 'search-illegal-characters'],
    ['100000017', 'not-an-organisation-number'],
  ])('refuses %j with a sentence’s worth of reason', async (typed, kind) => {
    expect(refusalOf(await searchWorkplaces(platform, seeker, { reference, typed }))).toMatchObject(
      { kind },
    );
  });

  it('is for the applicant’s own application alone', async () => {
    const other = await person(platform, 'Sverre');
    const result = await searchWorkplaces(platform, other, { reference, typed: 'ånestad' });
    expect(refusalOf(result)).toEqual({ kind: 'not-found' });
  });

  it('gives a few, and says that there are more', async () => {
    for (let ward = 1; ward <= 13; ward += 1) {
      const unit = `Sengepost ${String(ward).padStart(2, '0')}`;
      const employer = 'Storberg HF';
      const { id } = await platform.db.workplace.create({
        data: {
          ...{ id: crypto.randomUUID(), employer, unit, organisationNumber: numbers.town },
          matchKey: `${numbers.town}:${unit.toLowerCase()}`,
          createdAt: moments.open,
        },
      });
      await verified(id);
    }
    const { found, hasMore } = await finds('storberg');
    expect(found).toHaveLength(12);
    expect(found[0]?.unit).toBe('Sengepost 01');
    expect(hasMore).toBe(true);
  });
});

describe('what others have typed', () => {
  const own = { organisationNumber: '974760673', employer: 'Vikvær kommune' };

  it('is shown to nobody, however many made it up', async () => {
    const workplace = at('Kveldsteamet', own);
    for (let count = 0; count < 4; count += 1) await appliesFrom(workplace);
    await fillsIn(platform, await person(platform, 'Dina'), { ...psychologist, workplace });
    expect(await units('vikvær')).toEqual([]);
    expect(await units('974760673')).toEqual([]);
  });

  it('is shown when staff found somebody from there qualified, once the answers are out', async () => {
    await concludes(platform, officer, await appliesFrom(at('Dagteamet', own)));
    await concludes(platform, officer, await appliesFrom(at('Ukjent', own)), 'not-qualified');
    // The unit's words are the first one's, and the employer's too.
    const twice = at('Dagsenteret', own);
    await appliesFrom({ ...twice, employer: 'Vikvær kommune, spør Kari Hansen' });
    await concludes(platform, officer, await appliesFrom(twice));
    expect(await units('vikvær')).toEqual([]);
    await platform.db.release.create({
      data: { id: crypto.randomUUID(), cohortId, releasedAt: moments.open, byId: officer.userId },
    });
    expect(await units('vikvær')).toEqual(['Dagteamet']);
  });

  it('is gone again when the anchoring is taken back and nobody was found qualified', async () => {
    const { workplaceId } = await appliesFrom(at('Nattpatruljen', own));
    const anchoringId = await verified(workplaceId);
    expect(await units('nattpatruljen')).toEqual(['Nattpatruljen']);
    const reason = 'Det gjaldt en annen enhet.';
    done(await withdrawAnchoring(platform, officer, { workplaceId, anchoringId, reason }));
    expect(await units('nattpatruljen')).toEqual([]);
  });
});

describe('with a public register', () => {
  let theirs: TestRegister;
  let on: Platform;

  beforeAll(async () => {
    theirs = await startRegister();
    const register = { url: theirs.url, log: platform.log, restsFor: 0, keepsFor: 1, timeout: 300 };
    on = { ...platform, businessRegister: enhetsregisteret(register) };
    const known = { employer: 'Fjordby helseforetak', organisationNumber: '974760673' };
    await verified((await appliesFrom(at('Fjordby DPS', known))).workplaceId);
  });

  beforeEach(() => {
    theirs.answerWith(theRegister);
  });

  it('puts the known first, and takes nothing up twice', async () => {
    const { found } = await finds('fjordby dps', on);
    expect(found).toEqual([
      {
        employer: 'Fjordby helseforetak',
        organisationNumber: '974760673',
        unit: 'Fjordby DPS',
        place: null,
        anchoredSince: '2021-01-01',
      },
      {
        employer: 'FJORDBY HELSEFORETAK',
        organisationNumber: '974760673',
        unit: '',
        place: 'FJORDBY',
        anchoredSince: null,
      },
    ]);
  });

  it('still gives the known ones when it is down, and says so', async () => {
    theirs.answerWith((_request, response) => {
      json(response, {}, 500);
    });
    const { found, registerIsDown } = await finds('fjordby', on);
    expect(found.map(({ unit }) => unit)).toEqual(['Fjordby DPS']);
    expect(registerIsDown).toBe(true);
  });

  it('is told the words and nothing of who asks', async () => {
    theirs.asked.length = 0;
    await finds('Fjordby DPS', on);
    for (const path of theirs.asked) {
      expect(path).not.toMatch(new RegExp(`${seeker.email}|${reference}|${seeker.userId}`));
    }
  });

  it('is not asked for what cannot be searched for', async () => {
    theirs.asked.length = 0;
    await searchWorkplaces(on, seeker, { reference, typed: 'fj' });
    await searchWorkplaces(on, seeker, { reference, typed: '974760674' });
    expect(theirs.asked).toEqual([]);
  });
});

describe('a known anchored workplace', () => {
  const here = { employer: 'Solvik HF', organisationNumber: '971524960' };
  const open = { worksWithKyr: null, howKyr: '' } as const;
  let workplaceId: string;

  beforeAll(async () => {
    ({ workplaceId } = await appliesFrom(at('Psykosepost 1', here)));
    await verified(workplaceId);
  });

  const standing = (unit: string, organisationNumber = here.organisationNumber) =>
    workplaceStanding(platform, seeker, { reference, claim: { organisationNumber, unit } });

  it('is matched however it is typed, by its key alone', async () => {
    expect(await standing('psykosepost – 1')).toEqual({
      anchoredSince: '2021-01-01',
      kyrIsKnown: true,
      near: [],
    });
    expect(await standing('Psykosepost 1', '974760673')).toMatchObject({ kyrIsKnown: false });
  });

  it('is asked about, «Mener du …?», when it may be the one meant', async () => {
    const near = { ...here, unit: 'Psykosepost 1', place: null, anchoredSince: '2021-01-01' };
    expect(await standing('Psykoseposten 1')).toMatchObject({ kyrIsKnown: false, near: [near] });
    expect(await standing('')).toMatchObject({ near: [near] });
    expect(await standing('Psykosepost 2')).toMatchObject({ near: [] });
    expect(await standing('Poliklinikken')).toMatchObject({ near: [] });
  });

  it('tells nothing to whom the application is not', async () => {
    const other = await person(platform, 'Sverre');
    const claim = { organisationNumber: here.organisationNumber, unit: 'Psykosepost 1' };
    expect(await workplaceStanding(platform, other, { reference, claim })).toMatchObject({
      anchoredSince: null,
    });
  });

  it('lets its applicants send without a word about KYR, and nobody else', async () => {
    const applicant = await person(platform, 'Berit');
    const workplace = at('Psykosepost 1', { ...here, ...open });
    const sent = await fillsIn(platform, applicant, { ...psychologist, workplace });
    expect(await myApplication(platform, applicant, { reference: sent })).toMatchObject({
      missing: [],
      kyrIsKnown: true,
      anchoredSince: '2021-01-01',
    });
    done(await submitApplication(platform, applicant, { reference: sent }));

    const step = {
      reference: await startsDraft(platform, await person(platform, 'Cato')),
      step: 'workplace' as const,
      answers: { ...workplace, unit: 'Psykosepost 2' },
      mustBeComplete: true,
    };
    const owner = await platform.db.application.findUniqueOrThrow({
      where: { reference: step.reference },
      select: { applicant: true },
    });
    const cato = { ...applicant, userId: owner.applicant.id as Person['userId'] };
    expect(refusalOf(await saveStep(platform, cato, step))).toEqual({
      kind: 'step-incomplete',
      problems: [{ field: 'worksWithKyr', code: 'choose-one', params: {} }],
    });
  });

  it('is looked up again when the application is sent', async () => {
    const other = await appliesFrom(at('Korttidsposten', here));
    const anchoringId = await verified(other.workplaceId);
    const applicant = await person(platform, 'Eli');
    const workplace = at('Korttidsposten', { ...here, ...open });
    const sent = await fillsIn(platform, applicant, { ...psychologist, workplace });
    const withdrawal = { workplaceId: other.workplaceId, anchoringId, reason: evidence };
    done(await withdrawAnchoring(platform, officer, withdrawal));
    expect(refusalOf(await submitApplication(platform, applicant, { reference: sent }))).toEqual({
      kind: 'application-incomplete',
      missing: [{ step: 'workplace', field: 'worksWithKyr', code: 'choose-one' }],
      problems: [{ field: 'worksWithKyr', code: 'choose-one', params: {} }],
    });
  });

  it('leaves what has been sent complete when the anchoring is taken back', async () => {
    const other = await appliesFrom(at('Langtidsposten', here));
    const anchoringId = await verified(other.workplaceId);
    const applicant = await person(platform, 'Frida');
    const workplace = at('Langtidsposten', { ...here, ...open });
    const sent = await fillsIn(platform, applicant, { ...psychologist, workplace });
    done(await submitApplication(platform, applicant, { reference: sent }));
    const withdrawal = { workplaceId: other.workplaceId, anchoringId, reason: evidence };
    done(await withdrawAnchoring(platform, officer, withdrawal));

    expect(await myApplication(platform, applicant, { reference: sent })).toMatchObject({
      missing: [],
      anchoredSince: null,
    });
    expect(done(await staffApplication(platform, officer, { reference: sent }))).toMatchObject({
      missing: [],
      priority: false,
    });
    const motivation = {
      reference: sent,
      step: 'motivation' as const,
      answers: { motivation: 'Jeg vil lære mer.' },
      mustBeComplete: true,
    };
    expect(done(await saveStep(platform, applicant, motivation))).toMatchObject({ changed: true });
    const moved = {
      reference: sent,
      step: 'workplace' as const,
      answers: { ...workplace, unit: 'Et annet sted' },
      mustBeComplete: true,
    };
    expect(refusalOf(await saveStep(platform, applicant, moved))).toMatchObject({
      kind: 'step-incomplete',
    });
  });

  it('lets staff register a paper that says nothing of KYR', async () => {
    const workplace = at('Psykosepost 1', { ...here, ...open });
    const paper = async (answers: Answers) =>
      registerApplication(platform, officer, {
        cohortId,
        email: `papir-${answers.workplace?.unit.at(-1)}@opptak.example`,
        way: 'post',
        receivedAt: new Date('2027-02-26T13:20:00Z'),
        answers,
        enclosed: [],
        file: await uploaded(platform, 'papir.pdf'),
      });
    done(await paper({ ...psychologist, workplace }));
    expect(
      refusalOf(await paper({ ...psychologist, workplace: { ...workplace, unit: 'Post 2' } })),
    ).toMatchObject({
      kind: 'application-incomplete',
      problems: [{ field: 'workplace.worksWithKyr', code: 'choose-one' }],
    });
  });

  it('is shown to staff beside a claim that may mean it', async () => {
    const near = await appliesFrom(at('Psykoseposten 1', here));
    const far = await appliesFrom(at('Ambulatoriet', here));
    const seen = async (sent: string) =>
      done(await staffApplication(platform, officer, { reference: sent })).anchoredNeighbours;
    const neighbour = { unit: 'Psykosepost 1', since: '2021-01-01' };
    expect(await seen(near.reference)).toContainEqual({ ...neighbour, isNear: true });
    expect(await seen(far.reference)).toContainEqual({ ...neighbour, isNear: false });
    const there = await appliesFrom(at('Psykosepost 1', here));
    expect(await seen(there.reference)).toEqual([]);
  });
});
