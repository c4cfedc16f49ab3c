import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offerForApplicant } from '@/lib/admission/queries/offer-for-applicant';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { attachRequestedDocument } from '@/lib/application/use-cases/attach-requested-document';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import { remindOfRequests } from '@/lib/application/use-cases/remind-of-requests';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import { myApplication } from '@/lib/application/queries/my-application';
import { myTimeline } from '@/lib/application/queries/my-timeline';
import { staffApplication } from '@/lib/application/queries/staff-application';
import { CaseHistory } from '@/components/application/case-history';
import { RequestItem } from '@/components/staff/request-item';
import { wordEvent } from '@/components/staff/word-event';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { done, moments, openAdmission, type Applied } from '../admission/stage';
import type { TestPlatform } from '../harness/platform';
import { appliesInTime, asks, dueOn, question } from './asking';
import { uploaded } from './stage';
import { spaced } from '../harness/words';

/** The first moment of 18 June in Oslo. */
const remindedFrom = new Date('2027-06-17T22:00:00Z');

describe('a reminder of a request for more', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let officer: Person;

  beforeAll(async () => {
    ({ platform, cohortId, officer } = await openAdmission({ connections: 12 }));
  });

  beforeEach(async () => {
    // Nothing of an earlier story is left to be reminded of.
    platform.clock.set(remindedFrom);
    await remindOfRequests(platform);
    platform.clock.set(moments.open);
  });

  /** Somebody applies in the window, and is asked for more ten days after the deadline. */
  async function asked(
    name: string,
    options: Parameters<typeof appliesInTime>[2] = {},
    given: Parameters<typeof asks>[2] = {},
  ): Promise<Applied> {
    const application = await appliesInTime({ platform, cohortId }, name, options);
    done(await asks({ platform, officer }, application, given));
    return application;
  }

  const run = async (at: Date = remindedFrom) => {
    platform.clock.set(at);
    return (await remindOfRequests(platform)).reminded;
  };

  const idOf = async ({ reference }: Applied) =>
    (await platform.db.application.findUniqueOrThrow({ where: { reference } })).id;

  const lettersOf = async (to: Applied) =>
    platform.db.letter.findMany({
      where: { kind: 'information-request-reminder', applicationId: await idOf(to) },
    });

  const requestOf = ({ reference }: Applied) =>
    platform.db.informationRequest.findFirstOrThrow({ where: { application: { reference } } });

  it.each(locales)(
    'is a letter in the applicant’s language (%s), to them, and by a job of ours',
    async (locale) => {
      const applicant = await asked(`Anne ${locale}`, { locale });
      expect(await run(new Date(remindedFrom.getTime() - 1))).toBe(0);
      expect(await run()).toBe(1);
      const [letter] = await lettersOf(applicant);
      expect(letter).toMatchObject({
        toAddress: applicant.applicant.email,
        locale,
        queuedAt: remindedFrom,
      });
      expect(spaced(letter?.subject ?? '')).toBe(
        {
          nb: 'Husk å svare oss innen 20. juni 2027',
          nn: 'Hugs å svare oss innan 20. juni 2027',
          en: 'Remember to answer us by 20 June 2027',
        }[locale],
      );
      expect(letter?.text).toContain(question);
      expect(spaced(letter?.text ?? '')).toContain(
        { nb: '10. juni', nn: '10. juni', en: '10 June' }[locale],
      );
      expect(letter?.text).toContain(`/${locale}/applications/${applicant.reference}/requests/1`);
      const jobs = await platform.db.$queryRaw<unknown[]>`
      select 1 from pgboss.job where name = 'send-letter' and data ->> 'letterId' = ${letter?.id}`;
      expect(jobs).toHaveLength(1);
    },
  );

  it('is logged, shown to the applicant and to staff in words, and stands on the request', async () => {
    const applicant = await asked('Berit');
    await run();
    const timeline = await myTimeline(platform, applicant.applicant, applicant);
    expect(timeline?.at(-1)).toMatchObject({
      ...{ kind: 'information-request-reminded', at: remindedFrom, request: 1, own: false },
    });
    const seen = done(await staffApplication(platform, officer, applicant));
    expect(seen.requests).toMatchObject([{ remindedAt: remindedFrom, state: 'open' }]);
    const event = seen.events.at(-1);
    expect(event).toMatchObject({
      kind: 'information-request-reminded',
      actor: 'remind-of-requests',
      bySystem: true,
      after: { number: 1, asks: 'answer', dueOn },
    });
    const mine = await myApplication(platform, applicant.applicant, applicant);
    const { reference } = applicant;
    const outcome = done(
      await offerForApplicant(platform, applicant.applicant, { reference, linkSecret: null }),
    );
    const [request] = seen.requests;
    if (event === undefined || request === undefined || mine === null || timeline === null) return;
    for (const [locale, words] of [
      [
        'nb',
        {
          mine: 'Vi minnet deg på det vi ba om, med frist 20. juni 2027',
          theirs: 'Minnet søkeren på forespørselen, med frist 20. juni 2027',
          request: 'Påminnelse sendt 18. juni 2027 kl. 00.00.',
        },
      ],
      [
        'nn',
        {
          mine: 'Vi minte deg på det vi bad om, med frist 20. juni 2027',
          theirs: 'Minte søkjaren på førespurnaden, med frist 20. juni 2027',
          request: 'Påminning send 18. juni 2027 kl. 00.00.',
        },
      ],
      [
        'en',
        {
          mine: 'We reminded you of what we asked for, due 20 June 2027',
          theirs: 'Reminded the applicant of the request, due 20 June 2027',
          request: 'Reminder sent on 18 June 2027 at 00:00.',
        },
      ],
    ] as const) {
      expect(spaced(wordEvent(event, locale))).toBe(words.theirs);
      const history = { locale, application: mine, events: timeline, outcome };
      expect(spaced(renderToStaticMarkup(CaseHistory(history)))).toContain(words.mine);
      const item = { locale, application: seen, request, returned: null, list: undefined };
      expect(spaced(renderToStaticMarkup(RequestItem(item)))).toContain(words.request);
    }
  });

  it('comes once, however often and in however many places the job is run', async () => {
    const applicant = await asked('Cato');
    platform.clock.set(remindedFrom);
    const runs = await Promise.all(Array.from({ length: 6 }, () => remindOfRequests(platform)));
    expect(runs.map(({ reminded }) => reminded).toSorted()).toEqual([0, 0, 0, 0, 0, 1]);
    expect(await run(new Date('2027-06-19T10:00:00Z'))).toBe(0);
    expect(await lettersOf(applicant)).toHaveLength(1);
  });

  it('comes twice to somebody when two run at once without the lock: that is what the lock is for', async () => {
    const unlocked = { ...platform, locks: 'off' as const };
    let most = 0;
    for (let round = 0; round < 10 && most < 2; round += 1) {
      const applicant = await asked(`Dina ${round}`);
      platform.clock.set(remindedFrom);
      await Promise.all(Array.from({ length: 6 }, () => remindOfRequests(unlocked)));
      most = Math.max(most, (await lettersOf(applicant)).length);
    }
    expect(most).toBeGreaterThan(1);
  });

  it('does not come after an answer, after the request is taken back, or when the application is', async () => {
    const [answered, takenBack, withdrawn] = [
      await asked('Eli'),
      await asked('Frode'),
      await asked('Geir'),
    ];
    done(
      await answerInformationRequest(platform, answered.applicant, {
        ...{ reference: answered.reference, number: 1, answer: 'Tre år.', file: null },
      }),
    );
    done(
      await withdrawInformationRequest(platform, officer, {
        ...{ reference: takenBack.reference, number: 1, reason: 'Vi fant det i vitnemålet.' },
      }),
    );
    platform.clock.set(new Date('2027-06-17T12:00:00Z'));
    const { reference } = withdrawn;
    done(await withdrawApplication(platform, withdrawn.applicant, { reference, reason: '' }));
    expect(await run()).toBe(0);
    expect(await requestOf(withdrawn)).toMatchObject({ state: 'open', remindedAt: null });
    // Whoever undoes the withdrawal has the due day before them again.
    done(await undoWithdrawal(platform, withdrawn.applicant, { reference }));
    expect(await run()).toBe(1);
  });

  it('and an answer at the same moment leave one order of the two: no reminder follows an answer', async () => {
    for (let round = 0; round < 6; round += 1) {
      const applicant = await asked(`Hanne ${round}`);
      platform.clock.set(remindedFrom);
      await Promise.all([
        remindOfRequests(platform),
        answerInformationRequest(platform, applicant.applicant, {
          ...{ reference: applicant.reference, number: 1, answer: 'Tre år.', file: null },
        }),
      ]);
      const events = await platform.db.auditEvent.findMany({
        where: { subjectId: await idOf(applicant) },
        orderBy: { id: 'asc' },
      });
      const kinds = events.map(({ kind }) => kind);
      const [reminded, answered] = ['reminded', 'answered'].map((what) =>
        kinds.indexOf(`information-request-${what}`),
      );
      expect(answered).toBeGreaterThan(reminded ?? 0);
      expect(await lettersOf(applicant)).toHaveLength(reminded === -1 ? 0 : 1);
    }
  });

  it('does not come when there was hardly time between', async () => {
    const applicant = await asked('Ida', {}, { dueOn: localDate('2027-06-12') });
    const inTime = await asked('Jon', {}, { dueOn: localDate('2027-06-14') });
    expect(await run(new Date('2027-06-12T08:00:00Z'))).toBe(1);
    expect(await lettersOf(applicant)).toEqual([]);
    expect(await lettersOf(inTime)).toHaveLength(1);
  });

  it('that was held up comes until the day is over, and not after it', async () => {
    const held = await asked('Kari');
    expect(await run(new Date('2027-06-20T21:59:59.999Z'))).toBe(1);
    expect(await lettersOf(held)).toHaveLength(1);
    const late = await asked('Lars');
    expect(await run(new Date('2027-06-20T22:00:00.000Z'))).toBe(0);
    expect(await lettersOf(late)).toEqual([]);
  });

  it('says that what has been begun is not sent', async () => {
    const applicant = await asked(
      'Mona',
      {},
      { asks: 'document', question: 'Send vitnemålet ditt.' },
    );
    const file = await uploaded(platform, 'vitnemål.pdf');
    done(
      await attachRequestedDocument(platform, applicant.applicant, {
        ...{ reference: applicant.reference, number: 1, answer: null, file },
      }),
    );
    await run();
    const [letter] = await lettersOf(applicant);
    expect(letter?.text).toContain('lagret, men ikke sendt');
  });

  it('that fails leaves nothing half done, and holds up nobody else’s', async () => {
    const [fails, comes] = [await asked('Nils'), await asked('Odd')];
    const { email } = fails.applicant;
    await platform.db.$executeRawUnsafe(`
      create function refuse_letter() returns trigger language plpgsql as $$
        begin raise exception 'no letter to this address'; end $$`);
    await platform.db.$executeRawUnsafe(`
      create trigger refuse_letter before insert on letter for each row
        when (new.to_address = '${email}') execute function refuse_letter()`);
    platform.clock.set(remindedFrom);
    expect(await remindOfRequests(platform)).toEqual({ reminded: 1, failed: 1 });
    expect(await requestOf(fails)).toMatchObject({ remindedAt: null });
    const timeline = await myTimeline(platform, fails.applicant, fails);
    expect(timeline?.map(({ kind }) => kind)).not.toContain('information-request-reminded');
    expect(await lettersOf(comes)).toHaveLength(1);
    await platform.db.$executeRawUnsafe('drop trigger refuse_letter on letter');
    expect(await run(new Date('2027-06-18T08:00:00Z'))).toBe(1);
    expect(await lettersOf(fails)).toHaveLength(1);
  });
});
