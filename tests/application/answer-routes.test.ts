import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postAnswer } from '@/app/api/[locale]/applications/[reference]/requests/[number]/route';
import { wordReturnedAnswer } from '@/components/application/returned-answer';
import { requestLengths } from '@/lib/application/rules/information-request';
import { locales } from '@/lib/kernel/locale';
import { done, openAdmission, type OpenAdmission } from '../admission/stage';
import { appliesInTime, asks } from './asking';
import { posts, problemsOf, routesWorkOn, signsIn } from './posting';

let stage: OpenAdmission;

beforeAll(async () => {
  stage = await openAdmission();
  routesWorkOn(stage.platform);
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
