import { describe, expect, it } from 'vitest';
import { documentRemovedLetter, type WhatNext } from '@/emails/document-removed';
import { locales, type Locale } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';

const until = localDate('2027-05-31');

const letter = (locale: Locale, next: WhatNext, isSent = true) =>
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
    next,
    link: 'https://opptak.example/nb/applications/7K3M-Q9TX-4WBN/documents',
    contact: { mailbox: 'bet@helsetrust.example', phone: '00 00 00 00' },
  });

describe('the letter about a document that was removed', () => {
  it.each(locales)(
    'in %s says which file, what was found, and what to do by when',
    async (locale) => {
      const { subject, text, html } = await letter(locale, { kind: 'upload', until });
      expect(subject).toMatch(/fjerne|remove/);
      expect(text).toContain('vitnemål <b>.pdf');
      expect(html).not.toContain('<b>.pdf');
      expect(text).toContain('Win.Test.EICAR_HDB-1');
      expect(text.replaceAll('\u00a0', ' ')).toMatch(/31\.? (mai|May) 2027/);
    },
  );

  it.each([
    ['nb', 'Skriv til bet@helsetrust.example', 'gjelder fortsatt'],
    ['nn', 'Skriv til bet@helsetrust.example', 'gjeld framleis'],
    ['en', 'Write to bet@helsetrust.example', 'still stands'],
  ] as const)('in %s says whom to write to when it is too late to upload', async (...row) => {
    const [locale, whom, sent] = row;
    const { text } = await letter(locale, { kind: 'write' });
    expect(text).toContain(whom);
    expect(text).toContain(sent);
    expect((await letter(locale, { kind: 'write' }, false)).text).not.toContain(sent);
  });

  it.each(locales)('in %s says when it is due, or that all is well', async (locale) => {
    const asked = await letter(locale, { kind: 'answer', dueOn: localDate('2027-06-20') });
    expect(asked.text.replaceAll('\u00a0', ' ')).toMatch(/20\.? (juni|June) 2027/);
    const over = await letter(locale, { kind: 'nothing' });
    expect(over.text).toMatch(/trenger ikke gjøre|treng ikkje gjere|do not need to do/);
    expect(over.text).not.toMatch(/Last opp|Upload/);
  });
});
