import { describe, expect, it } from 'vitest';
import { caseWay } from '@/components/application/case-way';
import { aboutState, type Case } from '@/components/application/case-words';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

const cohort = {
  state: 'admitting',
  zone: 'Europe/Oslo',
  applicationDeadline: localDate('2027-05-31'),
  respondBy: localDate('2027-07-31'),
  admissionClosesOn: localDate('2027-08-15'),
  gatherings: [{ sessions: [{ date: localDate('2027-09-14') }] }],
};

function told(outcome: object, state = 'qualified', now = '2027-07-01T10:00:00Z'): Case {
  return {
    application: {
      reference: 'BET-7K3M-Q9TX',
      state,
      window: 'closed',
      deadline: cohort.applicationDeadline,
      cohort,
      receivedAt: new Date('2027-05-01T10:00:00Z'),
      withdrawnAt: state === 'withdrawn' ? new Date('2027-07-01T09:00:00Z') : null,
    },
    outcome: outcome as ApplicantOutcome,
    now: new Date(now),
  } as unknown as Case;
}

const waiting = (total: number) => ({ kind: 'waiting-list', number: 1, total });
const plain = (words: readonly string[]) => words.join(' ').replaceAll('\u00a0', ' ');

describe('somebody on the waiting list', () => {
  it('stands at the answer, since there is nothing to sign', () => {
    const states = caseWay('nb', told(waiting(3))).map(({ key, state }) => [key, state]);
    expect(states.slice(1, 4)).toEqual([
      ['assessment', 'done'],
      ['answer', 'current'],
      ['enrollment', 'coming'],
    ]);
  });

  it('is told how many wait, also when there is nobody else', () => {
    expect(aboutState('en', told(waiting(3)))[0]).toMatch(
      /^There are 3 people on the waiting list\./,
    );
    expect(aboutState('en', told(waiting(1)))[0]).toMatch(/^You are the only one/);
    expect(aboutState('nn', told(waiting(1)))[0]).toMatch(/^Du er den einaste på ventelista\./);
  });

  it('has left it after a withdrawal', () => {
    expect(plain(aboutState('nb', told(waiting(3), 'withdrawn')))).toContain(
      '1. juli 2027, og står ikke lenger på ventelisten.',
    );
  });
});

it('the first gathering is something that was when it is over', () => {
  const bound = { kind: 'offer', standing: 'accepted' };
  const before = told(bound, 'qualified', '2027-09-14T10:00:00Z');
  expect(plain(aboutState('nb', before))).toContain('Første samling er 14. september 2027.');
  const after = told(bound, 'qualified', '2027-09-15T10:00:00Z');
  expect(plain(aboutState('nb', after))).toContain('Første samling var 14. september 2027.');
});

describe('the way of a case that has ended', () => {
  const offer = (standing: string, answeredAt: string | null = null) => ({
    kind: 'offer',
    standing,
    respondBy: cohort.respondBy,
    openedAt: new Date('2027-06-20T10:00:00Z'),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
  });
  const none = { kind: 'none' };
  const stations = (locale: Locale, subject: Case) =>
    caseWay(locale, subject).map(({ label, state, detail }) =>
      plain([state, label as string, (detail ?? '') as string]).trim(),
    );
  const received = {
    nb: 'done Søknad Vi fikk søknaden 1. mai 2027 kl. 12.00',
    nn: 'done Søknad Vi fekk søknaden 1. mai 2027 kl. 12.00',
    en: 'done Application We received it on 1 May 2027 at 12:00',
  };
  const assessed = {
    nb: 'done Vurdering Ferdig vurdert',
    nn: 'done Vurdering Ferdig vurdert',
    en: 'done Assessment Assessed',
  };
  const offered = {
    nb: 'done Svar Tilbud om plass 20. juni 2027',
    nn: 'done Svar Tilbod om plass 20. juni 2027',
    en: 'done Answer Offered a place on 20 June 2027',
  };
  const refused = { kind: 'refusal', reason: null, toldAt: new Date('2027-06-20T10:00:00Z') };
  const waited = { ...waiting(3), toldNumber: 4 };

  it.each([
    [
      'a place that was declined',
      told(offer('declined', '2027-06-30T10:00:00Z')),
      {
        nb: [
          received.nb,
          assessed.nb,
          offered.nb,
          'ended Du takket nei Vi fikk svaret ditt 30. juni 2027',
        ],
        nn: [
          received.nn,
          assessed.nn,
          offered.nn,
          'ended Du takka nei Vi fekk svaret ditt 30. juni 2027',
        ],
        en: [
          received.en,
          assessed.en,
          offered.en,
          'ended You declined We received your answer on 30 June 2027',
        ],
      },
    ],
    [
      'an offer that was not answered in time',
      told(offer('lapsed')),
      {
        nb: [
          received.nb,
          assessed.nb,
          offered.nb,
          'ended Vi fikk ikke svar Siste dag for å svare var 31. juli 2027',
        ],
        nn: [
          received.nn,
          assessed.nn,
          offered.nn,
          'ended Vi fekk ikkje svar Siste dag for å svare var 31. juli 2027',
        ],
        en: [
          received.en,
          assessed.en,
          offered.en,
          'ended We did not get an answer The last day to answer was 31 July 2027',
        ],
      },
    ],
    [
      'an offer that was taken back',
      told(offer('revoked')),
      {
        nb: [received.nb, assessed.nb, offered.nb, 'ended Tilbudet gjelder ikke lenger'],
        nn: [received.nn, assessed.nn, offered.nn, 'ended Tilbodet gjeld ikkje lenger'],
        en: [received.en, assessed.en, offered.en, 'ended The offer is no longer open'],
      },
    ],
    [
      'a refusal',
      told(refused, 'not-qualified'),
      {
        nb: [received.nb, assessed.nb, 'ended Svar Avslag 20. juni 2027'],
        nn: [received.nn, assessed.nn, 'ended Svar Avslag 20. juni 2027'],
        en: [received.en, assessed.en, 'ended Answer Refused on 20 June 2027'],
      },
    ],
    [
      'an application withdrawn before anybody was told',
      told(none, 'withdrawn'),
      {
        nb: [received.nb, 'ended Du trakk søknaden 1. juli 2027'],
        nn: [received.nn, 'ended Du trekte søknaden 1. juli 2027'],
        en: [received.en, 'ended You withdrew the application 1 July 2027'],
      },
    ],
    [
      'an application withdrawn from the waiting list',
      told(waited, 'withdrawn'),
      {
        nb: [
          received.nb,
          assessed.nb,
          'done Svar Venteliste, nummer 4',
          'ended Du trakk søknaden 1. juli 2027',
        ],
        nn: [
          received.nn,
          assessed.nn,
          'done Svar Venteliste, nummer 4',
          'ended Du trekte søknaden 1. juli 2027',
        ],
        en: [
          received.en,
          assessed.en,
          'done Answer Waiting list, number 4',
          'ended You withdrew the application 1 July 2027',
        ],
      },
    ],
  ] as const)('tells of %s what happened, and goes no further', (_, subject, expected) => {
    for (const locale of locales) expect(stations(locale, subject)).toEqual(expected[locale]);
  });

  it('shows the enrollment that was signed when the cohort was cancelled afterwards', () => {
    const bound = told(offer('accepted', '2027-06-30T10:00:00Z'));
    const cancelled = (subject: Case): Case =>
      ({
        ...subject,
        application: { ...subject.application, cohort: { ...cohort, state: 'cancelled' } },
      }) as unknown as Case;
    expect(stations('nb', cancelled(bound))).toEqual([
      received.nb,
      assessed.nb,
      offered.nb,
      'done Bindende påmelding Skrevet under 30. juni 2027',
      'ended Kullet er avlyst',
    ]);
    expect(stations('nb', cancelled(told(none, 'submitted')))).toEqual([
      received.nb,
      'ended Kullet er avlyst',
    ]);
    const unsigned = [received.nb, assessed.nb, offered.nb, 'ended Kullet er avlyst'];
    expect(stations('nb', cancelled(told(offer('declined', '2027-06-30T10:00:00Z'))))).toEqual(
      unsigned,
    );
  });

  it('is none when nothing ever arrived', () => {
    const draft = told(none, 'withdrawn');
    const application = { ...draft.application, receivedAt: null };
    expect(caseWay('nb', { ...draft, application })).toEqual([]);
  });

  it('binding enrollment is ticked off for nobody but those who have signed', () => {
    for (const standing of ['declined', 'lapsed', 'revoked'] as const) {
      const way = caseWay('nb', told(offer(standing, '2027-06-30T10:00:00Z')));
      expect(way.map(({ key }) => key)).not.toContain('enrollment');
    }
    const bound = caseWay('nb', told(offer('accepted', '2027-06-30T10:00:00Z')));
    expect(bound.find(({ key }) => key === 'enrollment')?.state).toBe('done');
  });
});
