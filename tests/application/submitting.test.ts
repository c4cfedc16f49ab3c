import { beforeAll, describe, expect, it } from 'vitest';
import { myApplication } from '@/lib/application/queries/my-application';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { byWork, fillsIn, psychologist, startsDraft, uploaded } from './stage';

describe('submitting an application', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
  });

  it('gives the time, the next number, a revision, a receipt and a notice to the mailbox', async () => {
    const applicant = await person(platform, 'Anne', { locale: 'nn' });
    const reference = await fillsIn(platform, applicant, {
      ...psychologist,
      aboutYou: { ...psychologist.aboutYou, preferredLanguage: 'nn' },
    });
    const submitted = done(await submitApplication(platform, applicant, { reference }));
    expect(submitted).toEqual({ reference, receivedAt: moments.open, arrivalNumber: 1 });

    const row = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    const letters = await platform.db.letter.findMany({
      where: { applicationId: row.id },
      orderBy: { id: 'asc' },
    });
    expect(letters.map(({ kind, toAddress, locale }) => [kind, toAddress, locale])).toEqual([
      ['application-received', applicant.email, 'nn'],
      ['application-received-mailbox', 'bet@helsetrust.example', 'nb'],
    ]);
    expect(letters[0]?.text).toContain(reference);
    expect(letters[0]?.text).toContain('Motteken: 1.\u00a0mars 2027 kl.\u00a010.00');
    expect(letters[1]?.subject).toContain('nr. 1');
    expect(row).toMatchObject({
      state: 'submitted',
      applicantName: 'Kari Eksempel',
      categoryNumber: 1,
    });
    expect(await platform.db.applicationRevision.count({ where: { applicationId: row.id } })).toBe(
      1,
    );
  });

  it('twice is the same answer, and one set of letters', async () => {
    const applicant = await person(platform, 'Berit');
    const reference = await fillsIn(platform, applicant);
    const first = await submitApplication(platform, applicant, { reference });
    platform.clock.advance(60_000);
    expect(await submitApplication(platform, applicant, { reference })).toEqual(first);
    const row = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    expect(await platform.db.letter.count({ where: { applicationId: row.id } })).toBe(2);
  });

  it('numbers applications without a gap, past those that were refused', async () => {
    const before = await platform.db.cohort.findFirstOrThrow();
    const incomplete = await person(platform, 'Cato');
    const empty = await startsDraft(platform, incomplete);
    expect(
      refusalOf(await submitApplication(platform, incomplete, { reference: empty }))?.kind,
    ).toBe('application-incomplete');
    const applicant = await person(platform, 'Dina');
    const reference = await fillsIn(platform, applicant);
    const submitted = done(await submitApplication(platform, applicant, { reference }));
    expect(submitted.arrivalNumber).toBe(before.lastArrivalNumber + 1);
  });

  it('says everything that is missing, and where', async () => {
    const applicant = await person(platform, 'Eli');
    const reference = await fillsIn(platform, applicant, { ...psychologist, category: byWork });
    const refused = refusalOf(await submitApplication(platform, applicant, { reference }));
    expect(refused).toMatchObject({
      kind: 'application-incomplete',
      missing: [
        { step: 'documents', field: 'documents', code: 'work-not-documented' },
        { step: 'documents', field: 'documents', code: 'course-not-documented' },
      ],
    });
    expect((await myApplication(platform, applicant, { reference }))?.state).toBe('draft');
  });

  it('takes those without a degree when both work and courses are documented', async () => {
    const applicant = await person(platform, 'Frida');
    const reference = await fillsIn(platform, applicant, { ...psychologist, category: byWork });
    const attach = async (documents: 'work' | 'course') =>
      done(
        await attachDocument(platform, applicant, {
          reference,
          documents,
          file: await uploaded(platform, `${documents}.pdf`),
        }),
      );
    await attach('work');
    expect(refusalOf(await submitApplication(platform, applicant, { reference }))).toMatchObject({
      missing: [{ code: 'course-not-documented' }],
    });
    const { documentId } = await attach('course');
    done(await submitApplication(platform, applicant, { reference }));
    // What the application rests on cannot be taken away afterwards.
    expect(refusalOf(await removeDocument(platform, applicant, { reference, documentId }))).toEqual(
      {
        kind: 'would-be-incomplete',
        problems: [{ field: '', code: 'course-not-documented', params: {} }],
      },
    );
  });

  it('is in at 23:59:59.999 on the deadline, and out at midnight', async () => {
    const inTime = await person(platform, 'Geir');
    const late = await person(platform, 'Hans');
    const first = await fillsIn(platform, inTime);
    const second = await fillsIn(platform, late);
    try {
      platform.clock.set(moments.lastMoment);
      const submitted = done(await submitApplication(platform, inTime, { reference: first }));
      expect(submitted.receivedAt).toEqual(moments.lastMoment);
      platform.clock.advance(1);
      expect(refusalOf(await submitApplication(platform, late, { reference: second }))).toEqual({
        kind: 'deadline-passed',
        deadline: '2027-05-31',
      });
      // Pressing the button again after midnight is still the same answer for the one that was in.
      expect(done(await submitApplication(platform, inTime, { reference: first }))).toEqual(
        submitted,
      );
      expect((await myApplication(platform, late, { reference: second }))?.answers).toEqual(
        psychologist,
      );
    } finally {
      platform.clock.set(moments.open);
    }
  });

  it('finds the same workplace however its name is typed, and makes a new one otherwise', async () => {
    const workplaceOf = async (name: string, unit: string) => {
      const applicant = await person(platform, name);
      const reference = await fillsIn(platform, applicant, {
        ...psychologist,
        workplace: { ...psychologist.workplace, unit },
      });
      done(await submitApplication(platform, applicant, { reference }));
      const row = await platform.db.application.findUniqueOrThrow({ where: { reference } });
      return row.workplaceId;
    };
    const first = await workplaceOf('Ida', 'Akutteamet & FACT');
    expect(await workplaceOf('Jon', 'akutteamet  og fact')).toBe(first);
    expect(await workplaceOf('Kim', 'Akutteamet')).not.toBe(first);
  });

  it('does not take somebody else’s, or a withdrawn one', async () => {
    const applicant = await person(platform, 'Lars');
    const reference = await fillsIn(platform, applicant);
    const other = await person(platform, 'Mia');
    expect(refusalOf(await submitApplication(platform, other, { reference }))).toEqual({
      kind: 'not-found',
    });
    done(await withdrawApplication(platform, applicant, { reference, reason: '' }));
    expect(refusalOf(await submitApplication(platform, applicant, { reference }))).toEqual({
      kind: 'application-withdrawn',
    });
  });
});
