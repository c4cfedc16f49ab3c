import { describe, expect, it } from 'vitest';
import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

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

const received = (locale: Locale) =>
  applicationReceivedLetter(locale, {
    ...common,
    receivedAt: new Date('2027-05-31T21:59:59.999Z'),
    applicationDeadline: localDate('2027-05-31'),
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN',
  });

const withdrawn = (locale: Locale, canApplyUntil: string | null) =>
  applicationWithdrawnLetter(locale, {
    ...common,
    withdrawnAt: new Date('2027-03-28T01:00:00Z'),
    canApplyUntil: canApplyUntil === null ? null : localDate(canApplyUntil),
  });

/** Non-breaking spaces are right in a letter and in the way in a test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

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
      for (const body of [plain(text), plain(html)]) {
        expect(body).toContain(time);
        expect(body).toContain(until);
        expect(body).toContain(common.reference);
      }
      expect(subject).toContain(common.programme[locale]);
    },
  );

  it.each([
    ['nb', 'kl. 03.00', 'søke på nytt til og med 31. mai 2027', 'Søknadsfristen er ute'],
    ['nn', 'kl. 03.00', 'søkje på nytt til og med 31. mai 2027', 'Søknadsfristen er ute'],
    ['en', 'at 03:00', 'apply again until the end of 31 May 2027', 'The deadline has passed'],
  ] as const)('withdrawal in %s says whether one can apply again', async (...row) => {
    const [locale, time, again, over] = row;
    const early = plain((await withdrawn(locale, '2027-05-31')).text);
    expect(early).toContain(time);
    expect(early).toContain(again);
    expect(early).not.toContain(over);
    const late = plain((await withdrawn(locale, null)).text);
    expect(late).toContain(over);
    expect(late).not.toContain(again);
  });

  it.each(locales)('never share a subject in %s', async (locale) => {
    const mailbox = await applicationReceivedMailboxLetter(locale, {
      ...common,
      arrivalNumber: 12,
      receivedAt: new Date('2027-03-01T09:00:00Z'),
      workplace: 'DPS Nord, Fjordby helseforetak',
      documents: 2,
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
