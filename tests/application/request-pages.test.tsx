import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { CaseHistory } from '@/components/application/case-history';
import { DocumentsView } from '@/components/application/documents-view';
import { RequestNotices } from '@/components/application/request-notices';
import { RequestView } from '@/components/application/request-view';
import type { StepView } from '@/components/application/step-page';
import { AnchoringPanel } from '@/components/staff/anchoring-panel';
import { ApplicationHistory } from '@/components/staff/application-history';
import { ConcludePanel } from '@/components/staff/conclude-panel';
import { OwnNotice } from '@/components/staff/own-notice';
import { RequestPanel } from '@/components/staff/request-panel';
import {
  offerForApplicant,
  type ApplicantOutcome,
} from '@/lib/admission/queries/offer-for-applicant';
import { getTexts } from '@/components/texts/get-texts';
import { bindFields } from '@/components/ui/bind-fields';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import { attachRequestedDocument } from '@/lib/application/use-cases/attach-requested-document';
import { removeRequestedDocument } from '@/lib/application/use-cases/remove-requested-document';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import { myApplication, type MyApplication } from '@/lib/application/queries/my-application';
import { myTimeline, type ApplicantEvent } from '@/lib/application/queries/my-timeline';
import {
  staffApplication,
  type StaffApplication,
} from '@/lib/application/queries/staff-application';
import type { Person } from '@/lib/kernel/actor';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { applies, done, moments, openCohort, person, type Applied } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { wordsOf } from '../harness/words';
import { htmlFaults } from '../journeys/html-faults';
import { uploaded } from './stage';

const text = (element: ReactElement) => wordsOf(renderToStaticMarkup(element));

describe.each(locales)('pages about requests for more in %s', (locale: Locale) => {
  let platform: TestPlatform;
  let officer: Person;
  let asked: Applied;
  let mine: MyApplication;
  let events: readonly ApplicantEvent[];
  let theirs: StaffApplication;
  let outcome: ApplicantOutcome;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    const cohortId = await openCohort(platform);
    officer = await person(platform, 'Olav', { roles: ['officer'] });
    asked = await applies(platform, cohortId, 'Anne', { locale });
    const { reference, applicant } = asked;
    platform.clock.set(moments.afterDeadline);
    const ask = (asks: 'document' | 'answer', question: string, dueOn: string) =>
      requestInformation(platform, officer, {
        ...{ reference, asks, question, dueOn: localDate(dueOn) },
      });
    done(await ask('document', 'Send vitnemålet ditt.', '2027-06-20'));
    done(await ask('answer', 'Hvor lenge har du vært der?', '2027-06-11'));
    done(await ask('answer', 'Hvem er lederen din?', '2027-06-12'));
    done(await ask('document', 'Send en attest til.', '2027-06-19'));
    const file = await uploaded(platform, 'vitne<mål>.pdf');
    const paper = { reference, number: 1, answer: 'Her.', file };
    done(await attachRequestedDocument(platform, applicant, paper));
    platform.clock.set(new Date('2027-06-13T08:00:00Z'));
    const late = { reference, number: 3, answer: '<b>Kari</b> Leder', file: null };
    done(await answerInformationRequest(platform, applicant, late));
    const back = { reference, number: 4, reason: 'Vi fant den likevel.' };
    done(await withdrawInformationRequest(platform, officer, back));
    const read = await myApplication(platform, applicant, { reference });
    if (read === null) throw new Error('No application.');
    mine = read;
    events = (await myTimeline(platform, applicant, { reference })) ?? [];
    outcome = done(await offerForApplicant(platform, applicant, { reference, linkSecret: null }));
    theirs = done(await staffApplication(platform, officer, { reference }));
  });

  it('show on top what is open, the first due first, with both its dates', () => {
    const words = text(<RequestNotices locale={locale} application={mine} />);
    const [overdue, open] = [words.indexOf('Hvor lenge'), words.indexOf('Send vitnemålet')];
    expect(overdue).toBeGreaterThan(-1);
    expect(open).toBeGreaterThan(overdue);
    expect(words).toMatch({ nb: /om 7 dager/, nn: /om 7 dagar/, en: /in 7 days/ }[locale]);
    expect(words).not.toContain('Hvem er lederen');
  });

  it('say on top of what has been begun that it is saved and not sent, and lead on with it', () => {
    const words = text(<RequestNotices locale={locale} application={mine} />);
    const begun = {
      nb: ['Det er lagret, men ikke sendt.', 'Fortsett på svaret', 'Svar oss'],
      nn: ['Det er lagra, men ikkje sendt.', 'Hald fram med svaret', 'Svar oss'],
      en: ['It is saved, but not sent.', 'Continue your answer', 'Answer us'],
    }[locale];
    for (const each of begun) expect(words.split(each)).toHaveLength(2);
  });

  it('offer to save and go on later, in the words of the steps, where there is an answer to give', () => {
    const later = getTexts(locale, 'common')('saveForLater');
    for (const request of mine.requests) {
      const html = renderToStaticMarkup(
        <RequestView
          {...{ locale, application: mine, request, field: bindFields({ locale }) }}
          kept={{ shown: 'answer-00000000', isUnsaved: true }}
          problems={[]}
          done={null}
        />,
      );
      const button = new RegExp(`<button[^>]*value="later"[^>]*>${later}</button>`);
      expect(button.test(html)).toBe(request.answerable);
      expect(html.includes('data-autosave="unsaved"')).toBe(request.answerable);
    }
  });

  it('are valid HTML, each with its form, its answer, or why there is neither', async () => {
    for (const request of mine.requests) {
      const field = bindFields({ locale, values: { answer: request.answer ?? '' } });
      const html = renderToStaticMarkup(
        <RequestView
          {...{ locale, application: mine, request, field }}
          kept={{ shown: 'answer-00000000', isUnsaved: false }}
          problems={[{ field: 'file', message: 'Feil' }]}
          done="added"
        />,
      );
      expect(await htmlFaults(`<!doctype html><html lang="nb"><title>x</title>${html}`)).toEqual(
        [],
      );
      expect(html.includes('<form')).toBe(request.answerable);
    }
  });

  it('ask whether the question is clear only while there is an answer to give', () => {
    const unsure = { nb: 'hva vi mener', nn: 'kva vi meiner', en: 'what we mean' }[locale];
    const ask = { nb: 'Spør oss', nn: 'Spør oss', en: 'Ask us' }[locale];
    for (const request of mine.requests) {
      const words = text(
        <RequestView
          {...{ locale, application: mine, request, field: bindFields({ locale }) }}
          kept={{ shown: 'answer-00000000', isUnsaved: false }}
          problems={[]}
          done={null}
        />,
      );
      expect(words.includes(unsure)).toBe(request.answerable);
      expect(words.includes(ask)).toBe(!request.answerable);
    }
    expect(mine.requests.map(({ answerable }) => answerable)).toContain(true);
    expect(mine.requests.map(({ answerable }) => answerable)).toContain(false);
  });

  it('tell the story in order, with what was asked and answered, and nothing as markup', () => {
    const html = renderToStaticMarkup(
      <CaseHistory {...{ locale, application: mine, events, outcome }} />,
    );
    expect(html).toContain('&lt;b&gt;Kari&lt;/b&gt; Leder');
    expect(html).toContain('Send vitnemålet ditt.');
    expect(html.match(/<li>/g)).toHaveLength(events.length);
  });

  it('show staff where each stands, and hold the conclusion back while one is awaited', () => {
    const list = undefined;
    const panel = text(
      <RequestPanel
        {...{ locale, application: theirs, returnedAsk: null, returnedWithdraw: null, list }}
      />,
    );
    const states = {
      nb: ['Venter på svar', 'Fristen er ute', 'Besvart for sent', 'Trukket tilbake'],
      nn: ['Ventar på svar', 'Fristen er ute', 'Svara på for seint', 'Trekt tilbake'],
      en: ['Awaiting an answer', 'Overdue', 'Answered late', 'Taken back'],
    }[locale];
    for (const state of states) expect(panel).toContain(state);
    // What waits to be sent is not the staff's to see.
    expect(panel).not.toContain('.pdf');
    const conclude = renderToStaticMarkup(
      <ConcludePanel {...{ locale, application: theirs, conclusions: [], returned: null, list }} />,
    );
    expect(conclude).toContain('#requests');
    expect(conclude).not.toContain('<form');
  });

  it('show an officer who has applied no acts on their own application, but who must do them', async () => {
    const { reference, applicant } = asked;
    const self: Person = { ...applicant, roles: ['officer'] };
    const own = done(await staffApplication(platform, self, { reference }));
    const page = renderToStaticMarkup(
      <>
        <OwnNotice locale={locale} application={own} />
        <ConcludePanel
          {...{ locale, application: own, conclusions: [], returned: null, list: undefined }}
        />
        <RequestPanel
          {...{ locale, application: own, returnedAsk: null, returnedWithdraw: null }}
          list={undefined}
        />
        <AnchoringPanel
          {...{ locale, application: own, returnedVerify: null, returnedWithdraw: null }}
          list={undefined}
        />
      </>,
    );
    expect(page).not.toContain('<form');
    const words = {
      nb: ['Dette er din egen søknad', 'Du har selv søkt herfra'],
      nn: ['Dette er din eigen søknad', 'Du har sjølv søkt herifrå'],
      en: ['This is your own application', 'You have applied from here yourself'],
    }[locale];
    for (const each of words) expect(page).toContain(each);
    expect(renderToStaticMarkup(<OwnNotice locale={locale} application={theirs} />)).toBe('');
    expect(theirs.permissions).toMatchObject({ conclude: true, verifyAnchoring: true });
  });

  it('tell staff of a file that it is for a request, and whether it was sent', async () => {
    const { reference, applicant } = asked;
    const history = async () => {
      const seen = done(await staffApplication(platform, officer, { reference }));
      return text(<ApplicationHistory locale={locale} application={seen} />);
    };
    const words = {
      nb: ['til forespørsel 1. Det er ikke sendt ennå', 'til forespørsel 1, sendt med svaret'],
      nn: ['til førespurnad 1. Det er ikkje sendt enno', 'til førespurnad 1, sendt med svaret'],
      en: ['for request 1. It has not been sent yet', 'for request 1, sent with the answer'],
    }[locale];
    const removed = { nb: 'fra svaret på', nn: 'frå svaret på', en: 'from the answer to' }[locale];
    const own = { nb: 'La ved et', nn: 'La ved eit', en: 'Attached a' }[locale];
    expect(await history()).toContain(words[0]);
    expect(await history()).not.toContain(own);
    const file = await uploaded(platform, 'en til.pdf');
    const paper = { reference, number: 1, answer: 'Her.', file };
    const { documentId } = done(await attachRequestedDocument(platform, applicant, paper));
    const taken = { reference, number: 1, documentId, answer: 'Her.' };
    done(await removeRequestedDocument(platform, applicant, taken));
    expect(await history()).toContain(removed);
    const sent = { reference, number: 1, answer: 'Her.', file: null };
    done(await answerInformationRequest(platform, applicant, sent));
    const after = await history();
    expect(after).toContain(words[1]);
    expect(after).not.toContain(words[0]);
    expect(after).toContain({ nb: 'ble ikke', nn: 'vart ikkje', en: 'was not' }[locale]);
  });
});

describe('the page of the documents', () => {
  it('counts what the applicant has chosen to attach, and not what answered a request', async () => {
    const platform = await testPlatform({ now: moments.open });
    const cohortId = await openCohort(platform);
    const officer = await person(platform, 'Olav', { roles: ['officer'] });
    const { reference, applicant } = await applies(platform, cohortId, 'Anne');
    const file = await uploaded(platform, 'cv.pdf');
    const documents = 'education';
    done(await attachDocument(platform, applicant, { reference, documents, file }));
    const asked = { asks: 'document', question: 'Send vitnemålet ditt.' } as const;
    const dueOn = localDate('2027-06-20');
    done(await requestInformation(platform, officer, { reference, ...asked, dueOn }));
    const answer = { answer: null, file: await uploaded(platform, 'vitnemål.pdf') };
    done(await answerInformationRequest(platform, applicant, { reference, number: 1, ...answer }));
    const application = await myApplication(platform, applicant, { reference });
    if (application === null) throw new Error('No application.');
    const view: StepView = {
      ...{ locale: 'nb', application, from: 'application', problems: [], merged: null },
      ...{ conflict: null, shown: null, isUnsaved: false },
      aids: {
        nonce: undefined,
        session: { restSeconds: 60, latestSeconds: 60, latest: moments.afterDeadline },
      },
    };
    const field = bindFields({ locale: 'nb' });
    const words = text(<DocumentsView {...{ view, field }} done={null} waiting={null} />);
    expect(words).toContain('vitnemål.pdf');
    expect(words).toContain(' 1 av 20 vedlegg ');
    expect(application.documentsLeft).toBe(19);
  });
});
