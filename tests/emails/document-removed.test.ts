import { describe, expect, it } from 'vitest';
import { documentRemovedLetter } from '@/emails/document-removed';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

const letter = (locale: Locale, open: boolean, isSent = true) =>
  documentRemovedLetter(locale, {
    installation: 'Opptak',
    name: 'Kari Eksempel',
    programme: {
      nb: 'BET-Recoveryutdanningen',
      nn: 'BET-Recoveryutdanninga',
      en: 'The BET Recovery Programme',
    },
    cohort: '2027–2028',
    zone: 'Europe/Oslo',
    reference: '7K3M-Q9TX-4WBN',
    filename: 'vitnemål <b>.pdf',
    finding: 'Win.Test.EICAR_HDB-1',
    isSent,
    newOneUntil: open ? localDate('2027-05-31') : null,
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN/documents',
    contact: { mailbox: 'bet@helsetrust.example', phone: '00 00 00 00' },
  });

describe('the letter about a document that was removed', () => {
  it.each(locales)(
    'in %s says which file, what was found, and what to do by when',
    async (locale) => {
      const { subject, text, html } = await letter(locale, true);
      expect(subject).toMatch(/fjerne|remove/);
      expect(text).toContain('vitnemål <b>.pdf');
      expect(html).not.toContain('<b>.pdf');
      expect(text).toContain('Win.Test.EICAR_HDB-1');
      expect(text.replaceAll('\u00a0', ' ')).toMatch(/31\.? (mai|May) 2027/);
    },
  );

  it.each([
    ['nb', 'Skriv til oss', 'fortsatt sendt'],
    ['nn', 'Skriv til oss', 'framleis send'],
    ['en', 'Write to us', 'still submitted'],
  ] as const)('in %s says whom to write to when it is too late to upload', async (...row) => {
    const [locale, whom, sent] = row;
    const { text } = await letter(locale, false);
    expect(text).toContain(whom);
    expect(text).toContain(sent);
    expect((await letter(locale, false, false)).text).not.toContain(sent);
  });
});
