import { describe, expect, it } from 'vitest';
import { applicationReceivedLetter, type ApplicationReceived } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { applicationWithdrawnMailboxLetter } from '@/emails/application-withdrawn-mailbox';
import { deadlineExtendedLetter } from '@/emails/deadline-extended';
import { withdrawalUndoneLetter } from '@/emails/withdrawal-undone';
import { withdrawalUndoneMailboxLetter } from '@/emails/withdrawal-undone-mailbox';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { spaced } from '../harness/words';

const common = {
  installation: 'Opptak',
  name: 'Kari Eksempel',
  programme: {
    nb: 'BET-Recoveryutdanningen',
    nn: 'BET-Recoveryutdanninga',
    en: 'The BET Recovery Programme',
  },
  cohort: '2027–2028',
  reference: '7K3M-Q9TX-4WBN',
  zone: 'Europe/Oslo',
  contact: { mailbox: 'bet@helsetrust.example', phone: '00 00 00 00' },
};

const received = (locale: Locale, given: Partial<ApplicationReceived> = {}) =>
  applicationReceivedLetter(locale, {
    ...common,
    receivedAt: new Date('2027-05-31T21:59:59.999Z'),
    changesUntil: localDate('2027-05-31'),
    registeredWay: null,
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN',
    ...given,
  });

const withdrawn = (locale: Locale, canApplyUntil: string | null) =>
  applicationWithdrawnLetter(locale, {
    ...common,
    withdrawnAt: new Date('2027-03-28T01:00:00Z'),
    undoUntil: new Date('2027-03-30T01:00:00Z'),
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN',
    canApplyUntil: canApplyUntil === null ? null : localDate(canApplyUntil),
  });

describe('letters about an application', () => {
  it.each([
    ['nb', '31. mai 2027 kl. 23.59', 'til og med 31. mai 2027'],
    ['nn', '31. mai 2027 kl. 23.59', 'til og med 31. mai 2027'],
    ['en', '31 May 2027 at 23:59', 'until the end of 31 May 2027'],
  ] as const)(
    'receipt in %s says when it came, and until when it can be changed',
    async (...row) => {
      const [locale, time, until] = row;
      const { text, html, subject } = await received(locale);
      for (const body of [spaced(text), spaced(html)]) {
        expect(body).toContain(time);
        expect(body).toContain(until);
        expect(body).toContain(common.reference);
      }
      expect(subject.toLowerCase()).toContain(common.programme[locale].toLowerCase());
    },
  );

  it.each([
    ['nb', '30. mars 2027 kl. 03.00', 'søke på nytt til og med 31. mai 2027', 'fristen er ute'],
    ['nn', '30. mars 2027 kl. 03.00', 'søkje på nytt til og med 31. mai 2027', 'fristen er ute'],
    ['en', '30 March 2027 at 03:00', 'apply again until the end of 31 May 2027', 'has passed'],
  ] as const)(
    'withdrawal in %s says until when it can be undone, and whether one can apply again',
    async (...row) => {
      const [locale, time, again, over] = row;
      const early = spaced((await withdrawn(locale, '2027-05-31')).text);
      expect(early).toContain(time);
      expect(early).toContain('/nb/applications/7K3M-Q9TX-4WBN');
      expect(early).toContain(again);
      expect(early).not.toContain(over);
      const late = spaced((await withdrawn(locale, null)).text);
      expect(late).toContain(over);
      expect(late).not.toContain(again);
    },
  );

  it.each([
    ['nb', 'Den kom i posten', 'Søknadsfristen er ute', 'til og med'],
    ['nn', 'Han kom i posten', 'Søknadsfristen er ute', 'til og med'],
    ['en', 'It came by post', 'deadline has passed', 'until the end of'],
  ] as const)(
    'receipt in %s for what came on paper says so, and when it is too late to change',
    async (...row) => {
      const [locale, came, over, until] = row;
      const { text } = await received(locale, { registeredWay: 'post', changesUntil: null });
      expect(text).toContain(came);
      expect(text).toContain(over);
      expect(text).not.toContain(until);
      expect((await received(locale)).text).not.toContain(came);
    },
  );

  it.each([
    ['nb', 'Du har fått utsatt søknadsfrist', 'til og med 7. juni 2027'],
    ['nn', 'Du har fått utsett søknadsfrist', 'til og med 7. juni 2027'],
    ['en', 'You have been given a later deadline', 'until the end of 7 June 2027'],
  ] as const)(
    'extension in %s says until when, and which address to sign in with',
    async (...row) => {
      const [locale, subject, until] = row;
      const letter = {
        ...common,
        email: 'kari@opptak.example',
        until: localDate('2027-06-07'),
        link: 'https://opptak.example/nb/apply/bet-recovery/2027-2028',
      };
      const known = await deadlineExtendedLetter(locale, letter);
      expect(known.subject).toContain(subject);
      expect(spaced(known.text)).toContain(until);
      expect(known.text).toContain('kari@opptak.example');
      expect(known.text).toContain(common.name);
      const unknown = await deadlineExtendedLetter(locale, { ...letter, name: null });
      expect(unknown.text).not.toContain('null');
    },
  );

  it.each(locales)('never share a subject in %s', async (locale) => {
    const mailbox = await applicationReceivedMailboxLetter(locale, {
      ...common,
      arrivalNumber: 12,
      receivedAt: new Date('2027-03-01T09:00:00Z'),
      workplace: 'DPS Nord, Fjordby helseforetak',
      documents: 2,
      registered: null,
      link: 'https://opptak.example/nb/staff/applications/7K3M-Q9TX-4WBN',
    });
    const subjects = [
      (await received(locale)).subject,
      (await withdrawn(locale, null)).subject,
      mailbox.subject,
    ];
    expect(new Set(subjects).size).toBe(3);
    expect(mailbox.subject).toContain('12');
  });
});

describe('the notice of a withdrawal to the programme’s mailbox', () => {
  it.each([
    ['nb', 'er trukket', 'ventelisten'],
    ['nn', 'er trekt', 'ventelista'],
    ['en', 'has been withdrawn', 'waiting list'],
  ] as const)(
    'in %s names the case, and speaks of the line only once there is one',
    async (...row) => {
      const [locale, subject, line] = row;
      const letter = async (afterRelease: boolean) =>
        applicationWithdrawnMailboxLetter(locale, {
          ...common,
          arrivalNumber: 12,
          withdrawnAt: new Date('2027-07-01T10:00:00Z'),
          undoUntil: new Date('2027-07-03T10:00:00Z'),
          afterRelease,
          link: 'https://opptak.example/nb/staff/applications/7K3M-Q9TX-4WBN',
        });
      const after = await letter(true);
      expect(after.subject).toContain(subject);
      expect(after.text).toContain('Kari Eksempel');
      expect(after.text).toContain(common.reference);
      expect(after.text).toContain(line);
      expect((await letter(false)).text).not.toContain(line);
    },
  );
});

describe('the letters of a withdrawal that was undone', () => {
  const undone = {
    ...common,
    receivedAt: new Date('2027-03-01T09:00:00Z'),
    withdrawnAt: new Date('2027-03-20T10:00:00Z'),
    undoneAt: new Date('2027-03-21T10:00:00Z'),
    arrivalNumber: 12,
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN',
  };

  it.each([
    ['nb', 'gjelder igjen', 'den samme plassen i køen', '1. mars 2027 kl. 10.00'],
    ['nn', 'gjeld igjen', 'den same plassen i køen', '1. mars 2027 kl. 10.00'],
    ['en', 'has been restored', 'the same place in the queue', '1 March 2027 at 10:00'],
  ] as const)('in %s say that it stands as it was', async (locale, subject, place, received) => {
    const letter = await withdrawalUndoneLetter(locale, undone);
    expect(letter.subject).toContain(subject);
    expect(letter.text).toContain(place);
    expect(spaced(letter.text)).toContain(received);
    const mailbox = await withdrawalUndoneMailboxLetter(locale, undone);
    expect(mailbox.subject).toContain('12');
    expect(mailbox.subject).not.toBe(letter.subject);
    expect(mailbox.text).toContain(common.name);
  });
});
