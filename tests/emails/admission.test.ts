import { describe, expect, it } from 'vitest';
import { offerLetter, type OfferLetterProps } from '@/emails/offer';
import { refusalLetter } from '@/emails/refusal';
import { waitingListLetter } from '@/emails/waiting-list';
import { locales } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';

const common = {
  installation: 'Opptak',
  applicantName: 'Kari Nordmann',
  programme: 'BET-Recoveryutdanning',
  cohort: '2027–2028',
  reference: '7K3M-Q9TX-4WBN',
  contact: { mailbox: 'bet@example.org', phone: '70 00 00 00' },
};

const offer: OfferLetterProps = {
  ...common,
  respondBy: localDate('2027-07-31'),
  daysLeft: 41,
  gatherings: [
    { from: localDate('2027-09-13'), to: localDate('2027-09-16') },
    { from: localDate('2027-10-25'), to: localDate('2027-10-25') },
  ],
  place: 'Fyrhuset',
  ordinaryPrice: kroner(26_000),
  earlyBirdPrice: kroner(20_000),
  earlyBirdPlaces: 5,
  earlyBirdPlacesLeft: 5,
  link: 'https://opptak.example/api/nb/offers/link/{{secret}}',
};

const waiting = {
  ...common,
  number: 2,
  total: 9,
  capacity: 30,
  criteria: ['priority-workplace', 'arrival'] as const,
  admissionClosesOn: localDate('2027-09-06'),
};

describe('the letters of a release', () => {
  it('say the decision in the subject, never the same for two of them', async () => {
    const subjects = await Promise.all(
      locales.map(async (locale) => [
        (await offerLetter(locale, offer)).subject,
        (await waitingListLetter(locale, waiting)).subject,
        (await refusalLetter(locale, { ...common, reason: 'Mangler utdanning.' })).subject,
      ]),
    );
    expect(subjects).toEqual([
      [
        'Du har fått plass på BET-Recoveryutdanning',
        'Du står på venteliste til BET-Recoveryutdanning',
        'Du har ikke fått plass på BET-Recoveryutdanning',
      ],
      [
        'Du har fått plass på BET-Recoveryutdanning',
        'Du står på venteliste til BET-Recoveryutdanning',
        'Du har ikkje fått plass på BET-Recoveryutdanning',
      ],
      [
        'You have been offered a place on BET-Recoveryutdanning',
        'You are on the waiting list for BET-Recoveryutdanning',
        'You have not been offered a place on BET-Recoveryutdanning',
      ],
    ]);
  });

  it.each(locales)(
    'offer: last day, gatherings, both prices and the way to the slip, in %s',
    async (locale) => {
      const letter = await offerLetter(locale, offer);
      expect(letter.html).toContain('href="https://opptak.example/api/nb/offers/link/{{secret}}"');
      for (const said of [
        '31.07.2027',
        '13.09.2027–16.09.2027',
        locale === 'en' ? 'NOK\u00a026,000' : '26\u00a0000\u00a0kr',
        locale === 'en' ? 'NOK\u00a020,000' : '20\u00a0000\u00a0kr',
        'https://opptak.example/api/nb/offers/link/{{secret}}',
        '41',
        'Fyrhuset',
        'bet@example.org',
      ]) {
        expect(letter.text).toContain(said);
      }
      expect(letter.text).not.toContain('25.10.2027–');
      expect(letter.text).not.toMatch(/undefined|\[object/);
    },
  );

  it.each(locales)('offer: with no early-bird place left, one price, in %s', async (locale) => {
    const { text } = await offerLetter(locale, { ...offer, earlyBirdPlacesLeft: 0 });
    expect(text).not.toContain(locale === 'en' ? '20,000' : '20\u00a0000');
  });

  it.each(locales)(
    'waiting list: the number, how many wait, and how the order came about, in %s',
    async (locale) => {
      const { text } = await waitingListLetter(locale, waiting);
      expect(text).toContain('2 / 9');
      expect(text).toContain('KYR');
      const byArrival = await waitingListLetter(locale, { ...waiting, criteria: ['arrival'] });
      expect(byArrival.text).not.toContain('KYR');
    },
  );

  it.each(locales)(
    'refusal: bad news first, then the reason as it was written, in %s',
    async (locale) => {
      const reason = 'Utdanningen er ikke blant dem som kreves.\nKurs er ikke dokumentert <ennå>.';
      const { text, html } = await refusalLetter(locale, { ...common, reason });
      expect(text.indexOf(common.cohort)).toBeLessThan(text.indexOf(reason));
      expect(text).toContain(reason);
      expect(html).toContain('&lt;ennå&gt;');
    },
  );
});
