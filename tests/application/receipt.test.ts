import { beforeAll, describe, expect, it } from 'vitest';
import { receiptPdf } from '@/app/api/[locale]/applications/[reference]/receipt.pdf/receipt-pdf';
import { receiptFilename, receiptText } from '@/components/application/receipt-text';
import {
  submissionReceipt,
  type SubmissionReceipt,
} from '@/lib/application/queries/submission-receipt';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import { removeDocument } from '@/lib/application/use-cases/remove-document';
import { saveStep } from '@/lib/application/use-cases/save-step';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import type { Person } from '@/lib/kernel/actor';
import { languageTag, locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { sha256 } from '@/lib/platform/ids';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { readPdf, squeeze, wordsOf } from '../enrollment/read-pdf';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { byWork, fillsIn, psychologist, startsDraft, uploaded } from './stage';

const longAnswer = `${'Jeg vil lære å møte mennesker i krise med ro. '.repeat(130)}\n\nSlutt på teksten.`;

describe('the receipt of an application', () => {
  let platform: TestPlatform;
  let applicant: Person;
  let reference: string;
  let sent: SubmissionReceipt;

  const receiptOf = async (actor: Person | null, of = reference) =>
    submissionReceipt(platform, actor, { reference: of });

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    await openCohort(platform);
    applicant = await person(platform, 'Kari');
    reference = await fillsIn(platform, applicant, {
      ...psychologist,
      category: byWork,
      motivation: { motivation: longAnswer },
    });
    for (const documents of ['work', 'course'] as const) {
      const file = await uploaded(platform, `${documents}.pdf`);
      done(await attachDocument(platform, applicant, { reference, documents, file }));
    }
    platform.clock.advance(60_000);
    done(await submitApplication(platform, applicant, { reference }));
    sent = done(await receiptOf(applicant));
  });

  it('holds what was received, also after it was changed and a document replaced', async () => {
    platform.clock.advance(60_000);
    done(
      await saveStep(platform, applicant, {
        reference,
        step: 'motivation',
        answers: { motivation: 'Noe annet.' },
        mustBeComplete: true,
      }),
    );
    const file = await uploaded(platform, 'ny attest.pdf');
    done(await attachDocument(platform, applicant, { reference, documents: 'work', file }));
    const old = await platform.db.supportingDocument.findFirstOrThrow({
      where: { filename: 'work.pdf' },
    });
    done(await removeDocument(platform, applicant, { reference, documentId: old.id }));
    expect(done(await receiptOf(applicant))).toEqual(sent);
    expect(sent.answers.motivation?.motivation).toBe(longAnswer.trim());
    expect(sent.documents.map(({ filename }) => filename)).toEqual(['work.pdf', 'course.pdf']);
    expect(sent.documents[0]?.sha256).toBe(old.sha256);
  });

  it('is its applicant’s own, and is there from the arrival on', async () => {
    const other = await person(platform, 'Ola', { roles: ['admin', 'officer'] });
    const draft = await startsDraft(platform, other);
    for (const result of [
      await receiptOf(null),
      await receiptOf(other),
      await receiptOf(other, draft),
      await receiptOf(applicant, 'AAAA-BBBB-CCCC'),
      await receiptOf(applicant, '../x'),
    ]) {
      expect(refusalOf(result)).toEqual({ kind: 'not-found' });
    }
  });

  it.each(locales)(
    'says every word of it in %s, in order, over as many pages as it takes',
    async (locale) => {
      const bytes = await receiptPdf(locale, sent);
      const pdf = readPdf(bytes);
      const read = squeeze(pdf.text);
      let from = 0;
      const text = receiptText(locale, sent);
      for (const words of [text.title, ...text.blocks.flatMap(wordsOf)]) {
        const at = read.indexOf(squeeze(words), from);
        expect(at, words.slice(0, 80)).toBeGreaterThanOrEqual(from);
        from = at + squeeze(words).length;
      }
      const time = locale === 'en' ? 'Norwegian time' : 'norsk tid';
      for (const fact of [reference, 'Kari Eksempel', applicant.email, time, 'Slutt på']) {
        expect(read).toContain(squeeze(fact));
      }
      for (const { filename, sha256: hash } of sent.documents) {
        expect(read).toContain(squeeze(filename));
        expect(read).toContain(hash);
      }
      expect(pdf.pages).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(locales)(
    'is tagged PDF/UA in %s: language, title, structure, nothing outside it',
    async (locale) => {
      const bytes = await receiptPdf(locale, sent);
      const pdf = readPdf(bytes);
      const all = [...pdf.dictionaries.values()];
      const catalog = all.find((each) => each.includes('/Type /Catalog')) ?? '';
      expect(catalog).toContain('/StructTreeRoot');
      expect(catalog).toContain(`/Lang (${languageTag(locale)})`);
      expect(all.some((each) => each.includes('/Marked true'))).toBe(true);
      expect(all.some((each) => each.includes('/DisplayDocTitle true'))).toBe(true);
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
      expect(pdf.untagged).toBe(0);
      expect(all.filter((each) => /\/S \/H1\b/.test(each))).toHaveLength(1);
    },
  );

  it.each(locales)(
    'names in %s the deadline that held when it was sent, in the same bytes, whatever deadline is given later',
    async (locale) => {
      const theirs = await testPlatform({ now: moments.open });
      const cohortId = await openCohort(theirs);
      const officer = await person(theirs, 'Olav', { roles: ['officer'] });
      const extend = async (who: Person, until: string) =>
        done(
          await extendDeadline(theirs, officer, {
            ...{ cohortId, email: who.email, until: localDate(until) },
            reason: 'Var syk i hele mai.',
          }),
        );
      const sends = async (name: string, until: string | null) => {
        theirs.clock.set(moments.open);
        const who = await person(theirs, name);
        const own = await fillsIn(theirs, who, psychologist);
        if (until !== null) await extend(who, until);
        theirs.clock.set(new Date('2027-05-20T10:00:00Z'));
        done(await submitApplication(theirs, who, { reference: own }));
        const receipt = async () => done(await submissionReceipt(theirs, who, { reference: own }));
        return { who, receipt, bytes: async () => receiptPdf(locale, await receipt()) };
      };
      const [common, extended] = [await sends('Anne', null), await sends('Berit', '2027-06-04')];
      const issued = [await common.bytes(), await extended.bytes()];
      theirs.clock.advance(60_000);
      await extend(common.who, '2027-06-08');
      await extend(extended.who, '2027-06-09');
      expect((await common.receipt()).deadline).toBe('2027-05-31');
      expect((await extended.receipt()).deadline).toBe('2027-06-04');
      expect([await common.bytes(), await extended.bytes()].map(sha256)).toEqual(
        issued.map(sha256),
      );
    },
  );

  it('is the same bytes each time, and called by what it is', async () => {
    const [one, two] = [await receiptPdf('nn', sent), await receiptPdf('nn', sent)];
    expect(sha256(one)).toBe(sha256(two));
    expect(receiptFilename('nn', '7K3M-Q9TX-4WBN')).toBe('soknad-7K3M-Q9TX-4WBN.pdf');
    expect(receiptFilename('en', '7K3M-Q9TX-4WBN')).toBe('application-7K3M-Q9TX-4WBN.pdf');
  });

  it('stands long names, words without a break, tabs and letters that the typeface lacks', async () => {
    const name = `Kari ${'Nordmann'.repeat(24)}`;
    const odd = 'Ord 😀 👩🏽‍⚕️ 王 \t slutt';
    const bytes = await receiptPdf('nb', {
      ...sent,
      documents: [{ ...sent.documents[0]!, filename: `${'vitnemål-😀-'.repeat(18)}.pdf` }],
      answers: {
        ...sent.answers,
        aboutYou: { ...psychologist.aboutYou, name },
        motivation: { motivation: `${odd}\n${'ubrutt'.repeat(1_000)}` },
      },
    });
    const pdf = readPdf(bytes);
    const read = squeeze(pdf.text);
    expect(read).toContain(squeeze(name));
    expect(read).toContain('ubrutt'.repeat(1_000));
    expect(read).toContain('😀');
    expect(read).toContain('王');
    expect(pdf.untagged).toBe(0);
  });
});
