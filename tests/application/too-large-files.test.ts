import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postAnswer } from '@/app/api/[locale]/applications/[reference]/requests/[number]/route';
import { POST as postRegistration } from '@/app/api/[locale]/staff/cohorts/[cohortId]/register/route';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { appliesInTime, asks } from './asking';
import { openAdmission, person, type OpenAdmission } from '../admission/stage';
import { cameBack, posts, problemsOf, routesWorkOn, signsIn } from './posting';

let stage: OpenAdmission;

beforeAll(async () => {
  stage = await openAdmission();
  routesWorkOn(stage.platform);
});

describe.each([
  ['one byte', 1],
  ['more than any form', 2 * 1024 * 1024],
])('a file that is too large by %s takes nothing of what was typed with it', (_what, over) => {
  const scan = () => new File([new Uint8Array(documentBytesMaximum + over)], 'skannet.pdf');

  it('above it and below it, where an applicant answers us', async () => {
    const { platform } = stage;
    const asked = await appliesInTime(stage, `Anne ${over}`);
    await asks(stage, asked, { asks: 'document' });
    const applicant = await signsIn(platform, asked.applicant);
    const response = await posts(postAnswer, applicant, {
      params: { reference: asked.reference, number: '1' },
      fields: { file: scan(), answer: 'Seks år, og her er attesten.', _intent: 'send' },
      accept: 'text/html',
    });
    const back = await cameBack(platform, { response, form: 'answer-request', to: applicant });
    expect(back?.problems).toMatchObject([{ field: 'file', code: 'file-too-large' }]);
    expect(back?.typed['answer']).toEqual(['Seks år, og her er attesten.']);
  });

  it('where staff copy an application from paper, and what else is wrong is told at once', async () => {
    const { platform, cohortId, officer } = stage;
    const staff = await signsIn(platform, officer);
    const fields = {
      email: 'papir@opptak.example',
      way: 'post',
      'aboutYou.name': 'Pia Papir',
      'aboutYou.phone': 'ukjent',
      file: scan(),
    };
    const send = (accept: 'application/json' | 'text/html') =>
      posts(postRegistration, staff, { params: { cohortId }, fields, accept });
    const response = await send('text/html');
    const back = await cameBack(platform, { response, form: 'register-application', to: staff });
    expect(back?.typed['aboutYou.name']).toEqual(['Pia Papir']);
    const told = await problemsOf(await send('application/json'));
    expect(told).toContain('aboutYou/phone: not-a-phone-number');
    expect(told.filter((each) => each.startsWith('file'))).toEqual(['file: file-too-large']);
  });

  it('and shows nothing of it to somebody else in the same browser', async () => {
    const { platform } = stage;
    const asked = await appliesInTime(stage, `Berit ${over}`);
    await asks(stage, asked, { asks: 'document' });
    const other = await signsIn(platform, await person(platform, `Cato ${over}`));
    const response = await posts(postAnswer, other, {
      params: { reference: asked.reference, number: '1' },
      fields: { _for: '0123456789abcdef', answer: 'Hemmelig.', file: scan() },
      accept: 'text/html',
    });
    expect(response.headers.get('location')).toContain('/sign-in?next=');
    expect(await cameBack(platform, { response, form: 'answer-request', to: other })).toBeNull();
  });
});
