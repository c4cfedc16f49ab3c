import { describe, expect, it } from 'vitest';
import { informationAnsweredLetter } from '@/emails/information-answered';
import { informationAnsweredMailboxLetter } from '@/emails/information-answered-mailbox';
import { informationRequestWithdrawnLetter } from '@/emails/information-request-withdrawn';
import { informationRequestReminderLetter } from '@/emails/information-request-reminder';
import { informationRequestedLetter } from '@/emails/information-requested';
import { locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { spaced } from '../harness/words';

const common = {
  installation: 'Opptak',
  name: 'Kari <Eksempel>',
  programme: { nb: 'BET-Recoveryutdanningen', nn: 'BET-Recoveryutdanninga', en: 'The BET Year' },
  cohort: '2027–2028',
  reference: '7K3M-Q9TX-4WBN',
  zone: 'Europe/Oslo',
  question: 'Send oss vitnemålet ditt.\nDet vi har, er <uleselig> & mørkt.',
  link: 'http://localhost:3000/nb/applications/7K3M-Q9TX-4WBN',
  contact: { mailbox: 'bet@helseforetak.example', phone: '77 00 00 00' },
};
const answered = {
  ...common,
  answer: 'Jeg har det ikke.\nSkolen er <nedlagt>.',
  documents: 2,
  answeredAt: new Date('2027-06-03T10:15:00Z'),
};
const reminder = {
  ...common,
  asks: 'document',
  dueOn: localDate('2027-06-03'),
  askedOn: localDate('2027-05-20'),
  isBegun: false,
} as const;

describe.each(locales)('letters about a request for more in %s', (locale) => {
  it('say in the subject that something is needed, and by when', async () => {
    const letter = await informationRequestedLetter(locale, {
      ...common,
      asks: 'document',
      dueOn: localDate('2027-06-03'),
    });
    expect(spaced(letter.subject)).toBe(
      {
        nb: 'Vi trenger mer fra deg innen 3. juni 2027',
        nn: 'Vi treng meir frå deg innan 3. juni 2027',
        en: 'We need something more from you by 3 June 2027',
      }[locale],
    );
    expect(letter.text).toContain('Det vi har, er <uleselig> & mørkt.');
    expect(letter.html).toContain('&lt;uleselig&gt; &amp; mørkt.');
    expect(letter.html).not.toContain('<uleselig>');
    expect(letter.text).toContain(common.link);
    expect(letter.text).toContain(common.contact.mailbox);
    const answer = await informationRequestedLetter(locale, {
      ...common,
      asks: 'answer',
      dueOn: localDate('2027-06-03'),
    });
    expect(answer.text).not.toBe(letter.text);
  });

  it('remind of what was asked, when, and until when', async () => {
    const letter = await informationRequestReminderLetter(locale, reminder);
    expect(spaced(letter.subject)).toBe(
      {
        nb: 'Husk å sende oss dokumentet innen 3. juni 2027',
        nn: 'Hugs å sende oss dokumentet innan 3. juni 2027',
        en: 'Remember to send us the document by 3 June 2027',
      }[locale],
    );
    expect(letter.text).toContain('Det vi har, er <uleselig> & mørkt.');
    expect(letter.html).toContain('&lt;uleselig&gt; &amp; mørkt.');
    expect(letter.text).toContain(common.link);
    expect(spaced(letter.text)).toMatch(/20\.? (mai|May) 2027/);
    const answer = await informationRequestReminderLetter(locale, { ...reminder, asks: 'answer' });
    expect(answer.subject).not.toBe(letter.subject);
    const begun = await informationRequestReminderLetter(locale, { ...reminder, isBegun: true });
    expect(begun.text).toMatch(
      { nb: /lagret, men ikke/, nn: /lagra, men ikkje/, en: /saved, but/ }[locale],
    );
    expect(letter.text).not.toMatch(/lagret|lagra|saved/);
  });

  it('have five subjects that are not mistaken for each other, nor for a decision', async () => {
    const letters = [
      await informationRequestedLetter(locale, {
        ...common,
        asks: 'answer',
        dueOn: localDate('2027-06-03'),
      }),
      await informationRequestReminderLetter(locale, reminder),
      await informationAnsweredLetter(locale, { ...answered, late: false }),
      await informationRequestWithdrawnLetter(locale, common),
      await informationAnsweredMailboxLetter(locale, {
        ...answered,
        arrivalNumber: 14,
        dueOn: localDate('2027-06-03'),
        late: false,
        concluded: false,
      }),
    ];
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(5);
    for (const { text, html } of letters) {
      expect(text).toContain(common.reference);
      expect(html).toContain(`lang="${locale}`);
      expect(text).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('say when an answer was late, and to staff that the case was concluded', async () => {
    const [onTime, late] = [
      await informationAnsweredLetter(locale, { ...answered, late: false }),
      await informationAnsweredLetter(locale, { ...answered, late: true }),
    ];
    expect(late.text.length).toBeGreaterThan(onTime.text.length);
    expect(onTime.text).toContain('Skolen er <nedlagt>.');
    const told = (concluded: boolean) =>
      informationAnsweredMailboxLetter(locale, {
        ...answered,
        ...{ arrivalNumber: 14, dueOn: localDate('2027-06-01'), late: true, concluded },
      });
    expect((await told(true)).text.length).toBeGreaterThan((await told(false)).text.length);
  });
});
