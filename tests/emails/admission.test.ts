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
  moves: 0,
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
        locale === 'en' ? '31\u00a0July 2027' : '31.07.2027',
        locale === 'en'
          ? '13\u00a0September 2027 to 16\u00a0September 2027'
          : '13.09.2027–16.09.2027',
        locale === 'en' ? 'NOK\u00a026,000' : '26\u00a0000\u00a0kr',
        locale === 'en' ? 'NOK\u00a020,000' : '20\u00a0000\u00a0kr',
        'https://opptak.example/api/nb/offers/link/{{secret}}',
        'Fyrhuset',
        'bet@example.org',
      ]) {
        expect(letter.text).toContain(said);
      }
      expect(letter.text).not.toContain('25.10.2027–');
      expect(letter.text).not.toMatch(/om \d+ dag|in \d+ day|[Kk]nappen|[Tt]he button/);
      if (locale === 'en') expect(letter.text).not.toMatch(/\d\d\.\d\d\.\d{4}/);
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
      expect(text).toContain(locale === 'en' ? '2 of 9' : '2 av 9');
      expect(text).toContain('KYR');
      const byArrival = await waitingListLetter(locale, { ...waiting, criteria: ['arrival'] });
      expect(byArrival.text).not.toContain('KYR');
    },
  );

  it.each([
    ['nb', 'flyttet én søker', 'flyttet 3 søkere'],
    ['nn', 'flytta éin søkjar', 'flytta 3 søkjarar'],
    ['en', 'moved one applicant', 'moved 3 applicants'],
  ] as const)(
    'waiting list: says when somebody has been moved past the criteria, in %s',
    async (locale, one, three) => {
      const textWith = async (moves: number) =>
        (await waitingListLetter(locale, { ...waiting, moves })).text;
      expect(await textWith(1)).toContain(one);
      expect(await textWith(3)).toContain(three);
      expect(await textWith(0)).not.toMatch(/flytt|moved/);
    },
  );

  it('writes the article of an English name small in running text', async () => {
    const english = { programme: 'The BET Add-on Year' };
    const { subject, text } = await offerLetter('en', { ...offer, ...english });
    expect(subject).toBe('You have been offered a place on the BET Add-on Year');
    expect(text).toContain('a place on the BET Add-on Year, cohort');
    expect(text.trimEnd()).toMatch(/The BET Add-on Year$/);
  });

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
