import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postAnswer } from '@/app/api/[locale]/applications/[reference]/requests/[number]/route';
import { requestUploadInWords, wordReturnedAnswer } from '@/components/application/returned-answer';
import { myApplication } from '@/lib/application/queries/my-application';
import {
  requestDocumentsMaximum,
  requestLengths,
} from '@/lib/application/rules/information-request';
import { locales } from '@/lib/kernel/locale';
import { done, openAdmission, type OpenAdmission } from '../admission/stage';
import { appliesInTime, asks } from './asking';
import { posts, problemsOf, routesWorkOn, signsIn } from './posting';

let stage: OpenAdmission;

beforeAll(async () => {
  stage = await openAdmission();
  routesWorkOn(stage.platform);
});

describe('a file that a script sends by itself for an answer', () => {
  const opened = async (name: string) => {
    const applied = await appliesInTime(stage, name);
    done(await asks(stage, applied, { asks: 'document', question: 'Send attestene dine.' }));
    const applicant = await signsIn(stage.platform, applied.applicant);
    const params = { reference: applied.reference, number: '1' };
    const sends = (fields: Record<string, string | File>) =>
      posts(postAnswer, applicant, { params, fields: { ...fields, _intent: 'add' } });
    const request = async () =>
      (await myApplication(stage.platform, applied.applicant, applied))?.requests[0];
    return { sends, request, page: `/nb/applications/${applied.reference}/requests/1` };
  };
  const paper = (name: string) =>
    new File([`%PDF-1.7\n% ${name}\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n`], name);

  it('leaves what has been written of it as it is; a form that is sent whole keeps what it holds', async () => {
    const { sends, request, page } = await opened('Dina');
    await sends({ answer: 'Her er to av dem.', file: paper('en.pdf') });
    const response = await sends({ file: paper('to.pdf') });
    expect(await response.json()).toEqual({ to: `${page}?done=added` });
    expect(await request()).toMatchObject({ answer: 'Her er to av dem.', documentsLeft: 3 });
    await sends({ answer: '', file: paper('tre.pdf') });
    expect(await request()).toMatchObject({ answer: null, documentsLeft: 2 });
  });

  it('is told in words what is wrong, with the room that a request has', async () => {
    const { sends } = await opened('Eli');
    const saidOf = async (response: Response) => {
      const { errors } = (await response.json()) as { errors: { code: string; detail: string }[] };
      return errors.map(({ code, detail }) => `${code}: ${detail}`);
    };
    expect(await saidOf(await sends({ file: new File(['MZ'], 'cv.pdf') }))).toEqual([
      expect.stringMatching(/^file-\S+: \S/),
    ]);
    for (let each = 0; each < requestDocumentsMaximum; each += 1) {
      await sends({ file: paper(`attest ${each}.pdf`) });
    }
    expect(await saidOf(await sends({ file: paper('en for mye.pdf') }))).toEqual([
      'too-many-documents: Det er plass til 5 dokumenter her. Fjern ett før du legger til dette.',
    ]);
  });

  it.each(locales)(
    'is told that one is signed out in words for whoever stays on the page, in %s',
    (locale) => {
      const ended = { field: '', code: 'session-ended', params: {} };
      expect(requestUploadInWords(ended, locale)).toMatch(/fane|tab/);
      const answered = { field: '', code: 'request-answered', params: {} };
      expect(requestUploadInWords(answered, locale)).toMatch(/første|fyrste|first/);
    },
  );
});

describe('an answer with a file that is refused for another reason', () => {
  const sent = async (name: string, asked: 'document' | 'answer', answer: string) => {
    const applied = await appliesInTime(stage, name);
    done(await asks(stage, applied, { asks: asked }));
    const applicant = await signsIn(stage.platform, applied.applicant);
    const file = new File(
      ['%PDF-1.7\n% attest\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n'],
      'a.pdf',
    );
    const response = await posts(postAnswer, applicant, {
      params: { reference: applied.reference, number: '1' },
      fields: { answer, file, _intent: 'send' },
    });
    return { response, applied };
  };

  it('says that the file must be chosen again: sent without it, the answer would stand without it', async () => {
    const tooLong = 'x'.repeat(requestLengths.answer + 1);
    const long = await sent('Anne', 'document', tooLong);
    expect(await problemsOf(long.response)).toEqual(['answer: too-long', 'file: choose-again']);
    const empty = await sent('Berit', 'answer', '');
    expect(await problemsOf(empty.response)).toEqual([
      'answer: answer-missing',
      'file: choose-again',
    ]);
  });

  it('and one that is taken says nothing of it', async () => {
    const { response, applied } = await sent('Cato', 'document', '');
    expect(await response.json()).toEqual({
      to: `/nb/applications/${applied.reference}/requests/1?done=answered`,
    });
  });

  it.each(locales)('is told of too after signing in again, in %s', (locale) => {
    const ended = { field: '', code: 'session-ended', params: {} };
    const told = wordReturnedAnswer(locale, [ended]);
    expect(told).toMatchObject([{ isNews: true }, { isNews: true, field: '' }]);
    expect(told[1]?.message).toMatch({ nb: /velge den/, nn: /velje ho/, en: /choose it/ }[locale]);
    expect(wordReturnedAnswer(locale, [{ ...ended, code: 'request-answered' }])).toHaveLength(1);
  });
});
