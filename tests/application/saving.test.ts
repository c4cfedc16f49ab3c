import { beforeAll, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { saveStep, type StepToSave } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { byWork, fillsIn, psychologist, startsDraft, stepsOf } from './stage';

describe('saving the steps of an application', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open, connections: 12 });
    await openCohort(platform);
  });

  it('keeps every step, and leads on to the next', async () => {
    const applicant = await person(platform, 'Anne');
    const reference = await startsDraft(platform, applicant);
    const next: (string | undefined)[] = [];
    for (const step of stepsOf(reference, psychologist)) {
      done(await saveStep(platform, applicant, step));
      next.push((await myApplication(platform, applicant, { reference }))?.continueWith);
    }
    // Somebody with a profession has nothing that must be documented.
    expect(next).toEqual(['category', 'workplace', 'motivation', 'conditions', 'summary']);
    const application = await myApplication(platform, applicant, { reference });
    expect(application?.answers).toEqual(psychologist);
    expect(application?.missing).toEqual([]);
  });

  it('tells at once of questions left open and of answers that do not hold', async () => {
    const applicant = await person(platform, 'Bente');
    const reference = await startsDraft(platform, applicant);
    const periods = byWork.workPeriods.map((period) => ({ ...period, percent: 10 }));
    const step: StepToSave = {
      reference,
      step: 'category',
      answers: { ...byWork, workPeriods: periods, courses: [] },
      mustBeComplete: true,
    };
    const refusal = refusalOf(await saveStep(platform, applicant, step));
    expect(refusal).toMatchObject({
      kind: 'step-incomplete',
      problems: [
        { field: 'courses', code: 'required' },
        { field: 'workPeriods', code: 'too-few-years' },
      ],
    });
  });

  it('asks for whole work periods and courses of the group that needs them, and of no other', async () => {
    const applicant = await person(platform, 'Astrid');
    const reference = await startsDraft(platform, applicant);
    const courses = [{ name: 'Trygghet', provider: '', year: null }];
    const step = (answers: object): StepToSave => ({
      reference,
      step: 'category',
      answers: { ...byWork, ...answers, courses },
      mustBeComplete: true,
    });
    expect(refusalOf(await saveStep(platform, applicant, step({})))).toMatchObject({
      problems: [
        { field: 'courses.0.provider', code: 'required' },
        { field: 'courses.0.year', code: 'required' },
      ],
    });
    const psychologists = step({ ...psychologist.category });
    expect(done(await saveStep(platform, applicant, psychologists))).toMatchObject({
      changed: true,
    });
    const kept = await myApplication(platform, applicant, { reference });
    expect(kept?.answers.category?.courses).toEqual(courses);
  });

  it('refuses to go on with questions left open, and says which', async () => {
    const applicant = await person(platform, 'Berit');
    const reference = await startsDraft(platform, applicant);
    const step: StepToSave = {
      reference,
      step: 'category',
      answers: { ...psychologist.category, categoryNumber: 3, profession: '' },
      mustBeComplete: true,
    };
    expect(refusalOf(await saveStep(platform, applicant, step))).toEqual({
      kind: 'step-incomplete',
      problems: [
        { field: 'profession', code: 'required', params: {} },
        { field: 'relevantExperience', code: 'required', params: {} },
      ],
    });
    expect((await myApplication(platform, applicant, { reference }))?.answers.category).toBeNull();
  });

  it('keeps what there is, for later', async () => {
    const applicant = await person(platform, 'Cato');
    const reference = await startsDraft(platform, applicant);
    const answers = { name: 'Cato', phone: '', preferredLanguage: null };
    done(
      await saveStep(platform, applicant, {
        reference,
        step: 'about-you',
        answers,
        mustBeComplete: false,
      }),
    );
    const application = await myApplication(platform, applicant, { reference });
    expect(application?.answers.aboutYou).toEqual(answers);
    expect(application?.steps[0]).toMatchObject({ step: 'about-you', state: 'begun' });
  });

  it('lets somebody go on with too few years of work, and says so on the way', async () => {
    const applicant = await person(platform, 'Dina');
    const period = byWork.workPeriods.map((one) => ({ ...one, percent: 20 }));
    const reference = await fillsIn(platform, applicant, {
      ...psychologist,
      category: { ...byWork, workPeriods: period },
    });
    const application = await myApplication(platform, applicant, { reference });
    expect(application?.steps.find((step) => step.step === 'category')).toMatchObject({
      state: 'needs-attention',
      missing: [{ code: 'too-few-years', params: { minimumYears: 2, years: 0, months: 7 } }],
    });
    expect(application?.work?.counted).toEqual({ years: 0, months: 7 });
  });

  it('stores nothing when nothing has changed', async () => {
    const applicant = await person(platform, 'Eli');
    const reference = await startsDraft(platform, applicant);
    const [step] = stepsOf(reference, psychologist);
    if (step === undefined) throw new Error('There is a first step.');
    expect(done(await saveStep(platform, applicant, step))).toMatchObject({ changed: true });
    expect(done(await saveStep(platform, applicant, step))).toMatchObject({ changed: false });
  });

  it('loses no step when two devices save at once', async () => {
    for (let round = 0; round < 5; round++) {
      const applicant = await person(platform, `Frida ${round}`);
      const reference = await startsDraft(platform, applicant);
      await Promise.all(
        stepsOf(reference, psychologist).map((step) => saveStep(platform, applicant, step)),
      );
      const application = await myApplication(platform, applicant, { reference });
      expect(application?.answers).toEqual(psychologist);
    }
  });

  it.each(['XXXX-XXXX-XXXX', '', '../..', '\u0000', "' or 1=1"])(
    'does not find an application called “%s”',
    async (reference) => {
      const applicant = await person(platform, 'Geir');
      const [step] = stepsOf(reference, psychologist);
      if (step === undefined) throw new Error('There is a first step.');
      expect(refusalOf(await saveStep(platform, applicant, step))).toEqual({ kind: 'not-found' });
      expect(await myApplication(platform, applicant, { reference })).toBeNull();
    },
  );

  it('does not find somebody else’s', async () => {
    const reference = await startsDraft(platform, await person(platform, 'Hans'));
    const other = await person(platform, 'Ida', { roles: ['admin'] });
    const [step] = stepsOf(reference, psychologist);
    if (step === undefined) throw new Error('There is a first step.');
    expect(refusalOf(await saveStep(platform, other, step))).toEqual({ kind: 'not-found' });
    expect(await myApplication(platform, other, { reference })).toBeNull();
  });

  it('is refused after the deadline, and the draft stays as it was', async () => {
    const applicant = await person(platform, 'Jon');
    const reference = await fillsIn(platform, applicant);
    const step: StepToSave = {
      reference,
      step: 'motivation',
      answers: { motivation: 'Noe annet.' },
      mustBeComplete: true,
    };
    try {
      platform.clock.set(new Date(moments.lastMoment.getTime() + 1));
      expect(refusalOf(await saveStep(platform, applicant, step))).toEqual({
        kind: 'deadline-passed',
        deadline: '2027-05-31',
      });
      const kept = await myApplication(platform, applicant, { reference });
      expect(kept?.answers).toEqual(psychologist);
    } finally {
      platform.clock.set(moments.open);
    }
  });
});

describe('changing a submitted application', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
  });

  async function submits(name: string) {
    const applicant = await person(platform, name);
    const reference = await fillsIn(platform, applicant);
    const arrival = done(await submitApplication(platform, applicant, { reference }));
    return { applicant, reference, arrival };
  }

  it('is a revision each time, and never moves its arrival', async () => {
    const { applicant, reference, arrival } = await submits('Anne');
    await submits('Berit');
    const officer = await person(platform, 'Siri', { roles: ['officer'] });
    platform.clock.advance(86_400_000);
    const unit = 'DPS Sør, dag';
    for (const step of stepsOf(reference, {
      ...psychologist,
      workplace: { ...psychologist.workplace, unit },
      motivation: { motivation: 'Enda mer.' },
    })) {
      done(await saveStep(platform, applicant, step));
    }
    const after = done(await staffApplication(platform, officer, { reference }));
    expect(after.revisions.map((revision) => revision.number)).toEqual([1, 2, 3]);
    expect(after.revisions[0]?.answers).toEqual(psychologist);
    expect(after.revisions[2]?.answers).toEqual(after.answers);
    expect(after.workplace?.unit).toBe(unit);
    expect(after).toMatchObject({
      receivedAt: arrival.receivedAt,
      arrivalNumber: arrival.arrivalNumber,
    });
    const events = await myTimeline(platform, applicant, { reference });
    expect(events?.map((event) => [event.kind, event.step])).toEqual([
      ['application-started', null],
      ['application-submitted', null],
      ['application-changed', 'workplace'],
      ['application-changed', 'motivation'],
    ]);
  });

  it('never makes it incomplete, whichever button is pressed', async () => {
    const { applicant, reference } = await submits('Cato');
    const refused = await saveStep(platform, applicant, {
      reference,
      step: 'motivation',
      answers: { motivation: '' },
      mustBeComplete: false,
    });
    expect(refusalOf(refused)).toEqual({
      kind: 'would-be-incomplete',
      problems: [{ field: 'motivation', code: 'required', params: {} }],
    });
    const toWork = await saveStep(platform, applicant, {
      reference,
      step: 'category',
      answers: byWork,
      mustBeComplete: true,
    });
    expect(refusalOf(toWork)).toEqual({
      kind: 'would-be-incomplete',
      problems: [
        { field: '', code: 'work-not-documented', params: {} },
        { field: '', code: 'course-not-documented', params: {} },
      ],
    });
  });

  it('ends when staff have concluded, without telling what', async () => {
    const { applicant, reference } = await submits('Dina');
    const officer = await person(platform, 'Siri', { roles: ['officer'] });
    done(
      await concludeApplication(platform, officer, {
        reference,
        outcome: 'not-qualified',
        reason: 'Mangler erfaring.',
      }),
    );
    const refused = await saveStep(platform, applicant, {
      reference,
      step: 'motivation',
      answers: { motivation: 'Noe annet.' },
      mustBeComplete: true,
    });
    expect(refusalOf(refused)).toEqual({ kind: 'application-under-assessment' });
    const mine = await myApplication(platform, applicant, { reference });
    expect(mine?.state).toBe('submitted');
    expect(JSON.stringify(mine)).not.toContain('not-qualified');
    expect(JSON.stringify(mine)).not.toContain('Mangler erfaring');
  });
});
