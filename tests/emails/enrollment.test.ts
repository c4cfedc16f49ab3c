import { describe, expect, it } from 'vitest';
import { declinedLetter } from '@/emails/declined';
import { declinedMailboxLetter } from '@/emails/declined-mailbox';
import { enrolledLetter, type EnrolledLetterProps } from '@/emails/enrolled';
import { enrolledMailboxLetter } from '@/emails/enrolled-mailbox';
import { locales } from '@/lib/kernel/locale';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';
import { spaced } from '../harness/words';

const contact = { mailbox: 'bet@helseforetak.example', phone: '70 00 00 00' };

const common = {
  installation: 'Opptak',
  programme: 'BET-Recoveryutdanningen',
  cohort: '2027–2028',
  reference: '7K3M-Q9TX-4WBN',
};

const enrolled: EnrolledLetterProps = {
  ...common,
  applicantName: 'Kari Nordmann',
  contact,
  ordinal: '6',
  price: kroner(26_000),
  earlyBird: false,
  payer: [{ term: 'Arbeidsgiver', value: 'Demo helseforetak' }],
  signedAt: new Date('2027-06-20T10:12:00Z'),
  zone: 'Europe/Oslo',
  firstDay: localDate('2027-09-13'),
  place: 'Fyrhuset',
  page: 'https://opptak.example/nb/offers/7K3M-Q9TX-4WBN/enrolled',
};

const mailbox = { ...common, applicantName: 'Kari Nordmann', page: 'https://opptak.example/x' };

describe('the letter to one who has enrolled', () => {
  it('says in the subject that the place is bound', async () => {
    const subjects = await Promise.all(
      locales.map(async (locale) => (await enrolledLetter(locale, enrolled)).subject),
    );
    expect(subjects).toEqual([
      'Du er påmeldt BET-Recoveryutdanningen 2027–2028',
      'Du er påmeld BET-Recoveryutdanningen 2027–2028',
      'You are enrolled: BET-Recoveryutdanningen 2027–2028',
    ]);
  });

  it('says when the slip came, the price, the number, the payer and the first day', async () => {
    const text = spaced((await enrolledLetter('nb', enrolled)).text);
    expect(text).toContain('20. juni 2027 kl. 12.12');
    expect(text).toContain('prisen er 26 000 kr');
    expect(text).toContain('Påmelding nummer: 6');
    expect(text).toContain('Arbeidsgiver: Demo helseforetak');
    expect(text).toContain('Vi møtes første gang mandag 13. september 2027. Sted: Fyrhuset.');
    expect(text).toContain('Hei, Kari Nordmann.');
    expect(text).not.toContain('reduserte prisen');
  });

  it('tells an early bird so', async () => {
    const early = { ...enrolled, earlyBird: true, price: kroner(20_000) };
    const { text } = await enrolledLetter('nb', early);
    expect(spaced(text)).toContain('prisen er 20 000 kr');
    expect(text).toContain('får den reduserte prisen');
  });

  it('says nothing of a first day that is not planned', async () => {
    const { text } = await enrolledLetter('nb', { ...enrolled, firstDay: null });
    expect(text).not.toContain('første gang');
  });
});

describe('the copy to the programme’s mailbox', () => {
  it('says in the subject who enrolled, and as which number', async () => {
    const letter = await enrolledMailboxLetter('nb', { ...enrolled, ...mailbox, capacity: 30 });
    expect(letter.subject).toBe(
      'Bindende påmelding nr. 6: Kari Nordmann, BET-Recoveryutdanningen 2027–2028',
    );
    expect(letter.text).toContain('6 av 30');
    expect(spaced(letter.text)).toContain('26 000 kr, ordinær pris');
  });

  it('says in the subject that a place is free, when somebody declines', async () => {
    const letter = await declinedMailboxLetter('nb', mailbox);
    expect(letter.subject).toBe(
      'Ledig plass: Kari Nordmann takket nei til BET-Recoveryutdanningen 2027–2028',
    );
  });
});

describe('the letter to one who has declined', () => {
  it.each([
    ['nb', 'Du har takket nei til plassen', 'skal ikke betale noe'],
    ['nn', 'Du har takka nei til plassen', 'skal ikkje betale noko'],
    ['en', 'You have declined your place', 'owe nothing'],
  ] as const)(
    'says in %s that it is done, and that nothing is owed',
    async (locale, said, owed) => {
      const letter = await declinedLetter(locale, {
        ...common,
        applicantName: 'Kari Nordmann',
        contact,
      });
      expect(letter.subject).toContain(said);
      expect(letter.text).toMatch(/(Hei, Kari Nordmann\.|Hello Kari Nordmann,)/);
      expect(letter.text).toContain(owed);
      expect(letter.html).toContain(owed);
    },
  );
});
