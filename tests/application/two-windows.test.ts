import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { myApplication } from '@/lib/application/queries/my-application';
import { printsOf, readPrints, writePrints } from '@/lib/application/section-prints';
import { aboutYouForm, categoryForm, motivationForm } from '@/lib/application/forms';
import { emptySections, type AboutYou } from '@/lib/application/rules/answers';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import type { Platform } from '@/lib/platform/context';
import { standsBeforeItWrites } from '../races/standing';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { byWork, fillsIn, psychologist, startsDraft } from './stage';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ now: moments.open, connections: 12 });
  await openCohort(platform);
});

beforeEach(() => {
  platform.clock.set(moments.open);
});

const stored = async (applicant: Person, reference: string) =>
  (await myApplication(platform, applicant, { reference }))?.answers;

const eventsOf = async (applicant: Person) =>
  platform.db.auditEvent.findMany({
    where: { actorId: applicant.userId, kind: 'application-draft-saved' },
    orderBy: { id: 'asc' },
  });

describe('two windows that save the same step', () => {
  const first: AboutYou = { name: 'Kari', phone: '40000000', preferredLanguage: 'nb' };

  async function begun(name: string) {
    const applicant = await person(platform, name);
    const reference = await startsDraft(platform, applicant);
    const save = (answers: AboutYou, more: Partial<StepToSave> = {}) =>
      saveStep(platform, applicant, {
        reference,
        step: 'about-you',
        answers,
        mustBeComplete: true,
        ...more,
      } as StepToSave);
    done(await save(first));
    return { applicant, reference, save };
  }

  /** Saves a change to what was shown at first. */
  const saves = (
    on: Platform,
    applicant: Person,
    reference: string,
    changed: Partial<AboutYou>,
    shown = first,
  ) =>
    saveStep(on, applicant, {
      ...{ reference, step: 'about-you', mustBeComplete: false, shown: printsOf(shown) },
      answers: { ...shown, ...changed },
    });

  /** The same, and stands when it has read and not yet written. */
  async function standsWith(
    on: Platform,
    applicant: Person,
    reference: string,
    changed: Partial<AboutYou>,
    shown = first,
  ) {
    const saving = await standsBeforeItWrites(on, (standing) =>
      saves(standing, applicant, reference, changed, shown),
    );
    expect(saving.stands).toBe(true);
    return saving;
  }

  it('keep both what each has changed, and the later is told what the earlier did', async () => {
    const { applicant, reference, save } = await begun('Anne');
    const shown = printsOf(first);
    done(await save({ ...first, phone: '41111111' }, { shown }));
    const later = done(await save({ ...first, preferredLanguage: 'nn' }, { shown }));
    expect(later).toMatchObject({ changed: true, kept: ['phone'] });
    expect((await stored(applicant, reference))?.aboutYou).toEqual({
      name: 'Kari',
      phone: '41111111',
      preferredLanguage: 'nn',
    });
  });

  it('overwrite nothing that both have changed, until it has been shown', async () => {
    const { applicant, reference, save } = await begun('Berit');
    const shown = printsOf(first);
    const there = { name: 'Kari E.', phone: '41111111', preferredLanguage: 'nb' } as const;
    const here = { ...first, name: 'Kari Eksempel' };
    done(await save(there, { shown }));
    const refusal = refusalOf(await save(here, { shown }));
    expect(refusal).toEqual({
      kind: 'changed-elsewhere',
      problems: [
        {
          field: '',
          code: 'changed-elsewhere',
          params: { shown: writePrints(printsOf(there)), kept: 'phone' },
        },
        { field: 'name', code: 'changed-elsewhere', params: {} },
      ],
    });
    expect((await stored(applicant, reference))?.aboutYou).toEqual(there);
    // The form that came back shows the other's phone number and the own name: saved once more, both stand.
    const again = { ...here, phone: there.phone };
    const seen = readPrints(writePrints(printsOf(there)));
    expect(done(await save(again, { shown: seen }))).toMatchObject({ changed: true, kept: [] });
    expect((await stored(applicant, reference))?.aboutYou).toEqual(again);
  });

  it('do not disagree with themselves: the same form sent twice is one save', async () => {
    const { save } = await begun('Cato');
    const shown = printsOf(first);
    const changed = { ...first, name: 'Cato Eksempel' };
    expect(done(await save(changed, { shown }))).toMatchObject({ changed: true });
    expect(done(await save(changed, { shown }))).toMatchObject({ changed: false, kept: [] });
  });

  it('at the very same moment lose nothing: one of them is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { applicant, reference, save } = await begun(`Dina ${round}`);
      const shown = printsOf(first);
      const [phone, language] = await Promise.all([
        save({ ...first, phone: '42222222' }, { shown }),
        save({ ...first, preferredLanguage: 'en' }, { shown }),
      ]);
      expect([done(phone).kept, done(language).kept].flat()).toHaveLength(1);
      expect((await stored(applicant, reference))?.aboutYou).toEqual({
        name: 'Kari',
        phone: '42222222',
        preferredLanguage: 'en',
      });
      const now = { name: 'Kari', phone: '42222222', preferredLanguage: 'en' } as const;
      const both = await Promise.all(
        ['A', 'B'].map((name) => save({ ...now, name }, { shown: printsOf(now) })),
      );
      expect(both.filter((each) => each.ok)).toHaveLength(1);
      const [refused] = both.flatMap((each) => (each.ok ? [] : [each.refusal.kind]));
      expect(refused).toBe('changed-elsewhere');
    }
  });

  it('at the very same moment lose one of the two without the lock: that is what the lock is for', async () => {
    const unlocked = { ...platform, locks: 'off' as const };
    let isLost = false;
    for (let round = 0; round < 20 && !isLost; round++) {
      const { applicant, reference } = await begun(`Dag ${round}`);
      const shown = printsOf(first);
      const save = (changed: Partial<AboutYou>) =>
        saveStep(unlocked, applicant, {
          ...{ reference, step: 'about-you', mustBeComplete: true, shown },
          answers: { ...first, ...changed },
        });
      await Promise.all([save({ phone: '42222222' }), save({ preferredLanguage: 'en' })]);
      const kept = (await stored(applicant, reference))?.aboutYou;
      isLost = kept?.phone !== '42222222' || kept.preferredLanguage !== 'en';
    }
    expect(isLost).toBe(true);
  });

  it('meet also when one has read the draft and not yet written: it reads again, and both are kept', async () => {
    const { applicant, reference } = await begun('Dordi');
    const phone = await standsWith(platform, applicant, reference, { phone: '42222222' });
    done(await saves(platform, applicant, reference, { preferredLanguage: 'en' }));
    expect(done(await phone.goOn())).toMatchObject({ changed: true, kept: ['preferredLanguage'] });
    expect((await stored(applicant, reference))?.aboutYou).toEqual({
      name: 'Kari',
      phone: '42222222',
      preferredLanguage: 'en',
    });
    expect(await eventsOf(applicant)).toHaveLength(3);
  });

  it('would take from each other what it had read, without asking whether it is as it was', async () => {
    const unlocked = { ...platform, locks: 'off' as const };
    const { applicant, reference } = await begun('Dorte');
    const phone = await standsWith(unlocked, applicant, reference, { phone: '42222222' });
    done(await saves(unlocked, applicant, reference, { preferredLanguage: 'en' }));
    done(await phone.goOn());
    expect((await stored(applicant, reference))?.aboutYou).toMatchObject({
      preferredLanguage: first.preferredLanguage,
    });
  });

  it('of which one sends the application: what the other saves is a revision of what was sent', async () => {
    const applicant = await person(platform, 'Dyveke');
    const reference = await fillsIn(platform, applicant);
    const { aboutYou } = psychologist;
    const changed = { phone: '42222222' };
    const phone = await standsWith(platform, applicant, reference, changed, aboutYou);
    done(await submitApplication(platform, applicant, { reference }));
    expect(done(await phone.goOn()).changed).toBe(true);
    const revisions = await platform.db.applicationRevision.findMany({
      where: { application: { reference } },
      orderBy: { number: 'asc' },
    });
    expect(revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(revisions[0]?.answers).not.toMatchObject({ aboutYou: { phone: '42222222' } });
    expect(revisions[1]?.answers).toMatchObject({ aboutYou: { phone: '42222222' } });
  });

  it('of which one deletes the draft: the other is refused, and writes nothing into it', async () => {
    const { applicant, reference } = await begun('Drude');
    const phone = await standsWith(platform, applicant, reference, { phone: '42222222' });
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
    expect(refusalOf(await phone.goOn())).toMatchObject({ kind: 'application-withdrawn' });
    expect((await stored(applicant, reference))?.aboutYou).toEqual(first);
    expect(await eventsOf(applicant)).toHaveLength(1);
  });

  it('holds for work periods as one field, in whatever order the database gives names back', async () => {
    const applicant = await person(platform, 'Eli');
    const reference = await startsDraft(platform, applicant);
    const save = (answers: typeof byWork, shown: string) =>
      saveStep(platform, applicant, {
        reference,
        step: 'category',
        answers,
        mustBeComplete: false,
        shown: readPrints(shown),
      });
    done(await save(byWork, writePrints(printsOf(emptySections.category))));
    const section = (await stored(applicant, reference))?.category;
    if (!section) throw new Error('The category was saved.');
    const shown = writePrints(printsOf(section));
    expect(shown).toBe(writePrints(printsOf({ ...section, workPeriods: byWork.workPeriods })));
    const more = { ...byWork, courses: [...byWork.courses, ...byWork.courses] };
    done(await save(more, shown));
    const unlike = { ...byWork, relevantExperience: 'Nattevakt.' };
    expect(done(await save(unlike, shown)).kept).toEqual(['courses']);
  });

  it('holds for an application that is sent, where what is kept is in the revision', async () => {
    const applicant = await person(platform, 'Frida');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const shown = printsOf(psychologist.workplace);
    const save = (unlike: object) =>
      saveStep(platform, applicant, {
        reference,
        step: 'workplace',
        answers: { ...psychologist.workplace, ...unlike },
        mustBeComplete: true,
        shown,
      });
    done(await save({ managerName: 'Nils Eksempel' }));
    done(await save({ howLearningUsed: 'Hver dag.' }));
    const revisions = await platform.db.applicationRevision.findMany({
      where: { application: { reference } },
      orderBy: { number: 'asc' },
    });
    expect(revisions).toHaveLength(3);
    expect(revisions[2]?.answers).toMatchObject({
      workplace: { managerName: 'Nils Eksempel', howLearningUsed: 'Hver dag.' },
    });
  });

  it.each(['', 'name', 'name-xyz', '__proto__-00000000', 'a'.repeat(5_000), 7, null])(
    'reads no prints out of %s',
    (written) => {
      const prints = readPrints(written);
      expect(Object.keys(prints)).toEqual([]);
      expect(Object.getPrototypeOf(prints)).toBe(Object.prototype);
    },
  );
});

describe('what a page saves by itself', () => {
  async function writes(name: string) {
    const applicant = await person(platform, name);
    const reference = await startsDraft(platform, applicant);
    const autosave = (motivation: string) =>
      saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        ...motivationForm.parse({ motivation, _intent: 'autosave' }),
      });
    return { applicant, reference, autosave };
  }

  it('is kept, and is one event in ten minutes; what is pressed is one of its own', async () => {
    const { applicant, reference, autosave } = await writes('Geir');
    done(await autosave('Jeg'));
    platform.clock.advance(9 * 60_000);
    done(await autosave('Jeg vil'));
    done(await autosave('Jeg vil'));
    expect(await eventsOf(applicant)).toHaveLength(1);
    platform.clock.advance(60_000);
    done(await autosave('Jeg vil lære'));
    expect((await eventsOf(applicant)).map(({ after }) => after)).toEqual([
      { step: 'motivation', autosaved: true },
      { step: 'motivation', autosaved: true },
    ]);
    done(
      await saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        answers: { motivation: 'Jeg vil lære mer.' },
        mustBeComplete: true,
      }),
    );
    expect((await eventsOf(applicant)).at(-1)?.after).toEqual({ step: 'motivation' });
    expect((await stored(applicant, reference))?.motivation?.motivation).toBe('Jeg vil lære mer.');
  });

  it('leaves alone the field that is half typed, and takes the others', async () => {
    const applicant = await person(platform, 'Hans');
    const reference = await startsDraft(platform, applicant);
    const send = (sent: object, shown = {}) =>
      saveStep(platform, applicant, {
        reference,
        step: 'about-you',
        ...aboutYouForm.parse({ ...sent, _intent: 'autosave' }),
        shown,
      });
    const before = printsOf(emptySections.aboutYou);
    done(await send({ name: 'Hans', phone: '400 00 000' }, before));
    const known = printsOf({ name: 'Hans', phone: '40000000', preferredLanguage: null });
    const half = done(await send({ name: 'Hans E.', phone: '40', preferredLanguage: 'nn' }, known));
    expect((await stored(applicant, reference))?.aboutYou).toEqual({
      name: 'Hans E.',
      phone: '40000000',
      preferredLanguage: 'nn',
    });
    // The field still shows something that is not saved: it is compared with what it showed before.
    expect(half.prints['phone']).toBe(known['phone']);
    expect(half.prints['name']).not.toBe(known['name']);
  });

  it('takes a list of groups whole or not at all', () => {
    const period = { employer: 'A', position: 'B', percent: '100', from: '01.08.2022', to: '' };
    const sent = {
      categoryNumber: '4',
      workPeriods: [period, { ...period, from: '01.0' }],
      courses: [{ name: 'Kurs', provider: '', year: '' }],
      _intent: 'autosave',
    };
    expect(categoryForm.parse(sent)).toMatchObject({
      mustBeComplete: false,
      autosave: { unread: ['workPeriods'] },
      answers: { categoryNumber: 4, courses: [{ name: 'Kurs', year: null }] },
    });
  });

  it('never overwrites what another window has saved', async () => {
    const { applicant, reference } = await writes('Ida');
    const save = (motivation: string, intent: string) =>
      saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        ...motivationForm.parse({ motivation, _intent: intent }),
        shown: printsOf(emptySections.motivation),
      });
    done(await save('Fra det andre vinduet.', 'later'));
    expect(refusalOf(await save('Herfra.', 'autosave'))).toMatchObject({
      kind: 'changed-elsewhere',
    });
    expect((await stored(applicant, reference))?.motivation?.motivation).toBe(
      'Fra det andre vinduet.',
    );
  });

  it('is a draft’s alone: what is sent changes by a button', async () => {
    const applicant = await person(platform, 'Jon');
    const reference = await fillsIn(platform, applicant);
    done(await submitApplication(platform, applicant, { reference }));
    const refused = await saveStep(platform, applicant, {
      reference,
      step: 'motivation',
      ...motivationForm.parse({ motivation: 'Mer.', _intent: 'autosave' }),
    });
    expect(refusalOf(refused)).toEqual({ kind: 'autosave-of-sent' });
  });
});
