import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/kernel/locale';
import {
  action,
  facts,
  heading,
  list,
  numbered,
  paragraph,
  stationNames,
  stations,
  type LetterContent,
} from '@/emails/letter-content';
import { renderLetter } from '@/emails/rendered-letter';

const content: LetterContent = {
  installation: 'Opptak',
  subject: 'Vi har fått søknaden din',
  station: 'application',
  blocks: [
    paragraph('Hei <Kari> & co'),
    heading('Dette skjer nå'),
    numbered(['Vi leser', 'Vi svarer']),
    list(['Ett', 'To']),
    facts(['Referanse', '7K3M-Q9TX-4WBN']),
    action('Se søknaden', 'https://opptak.example/nb/applications/{{secret}}?a=1&b=2'),
  ],
  contact: { mailbox: 'bet@example.org', phone: '70 00 00 00' },
  sender: 'BET-Recoveryutdanning',
};

describe('the frame of letters', () => {
  it.each(locales)('says the same in HTML and in text, in %s', async (locale) => {
    const { html, text } = await renderLetter(locale, content);
    const read = html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const words = [
      'Opptak',
      ...stations.map((station) => stationNames[locale][station]),
      'Vi har fått søknaden din',
      'Hei <Kari> & co',
      'Dette skjer nå',
      'Vi svarer',
      'Referanse',
      '7K3M-Q9TX-4WBN',
      'Se søknaden',
      'bet@example.org',
      '70 00 00 00',
      'BET-Recoveryutdanning',
    ];
    for (const word of words) {
      expect(read).toContain(word);
      expect(text).toContain(word);
    }
    expect(html).toContain(`lang="${locale === 'en' ? 'en-GB' : locale}"`);
  });

  it('keeps the place of a secret in links whole, and escapes the rest', async () => {
    const { html, text } = await renderLetter('nb', content);
    expect(html).toContain('https://opptak.example/nb/applications/{{secret}}?a=1&amp;b=2');
    expect(text).toContain('https://opptak.example/nb/applications/{{secret}}?a=1&b=2');
    expect(html).not.toContain('<Kari>');
  });

  it('fetches nothing: no image, no font, no style sheet from anywhere', async () => {
    const { html } = await renderLetter('nb', content);
    expect(html).not.toMatch(/<img|<link|@import|url\(/);
  });

  it('has a station only in letters about a case', async () => {
    const { installation, subject, blocks } = content;
    const { text } = await renderLetter('nb', { installation, subject, blocks });
    expect(text).not.toContain('Vurdering');
  });
});
