import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/kernel/locale';
import { stationNames, stations } from '@/lib/kernel/stations';
import {
  action,
  facts,
  heading,
  list,
  numbered,
  paragraph,
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
      '70\u00a000\u00a000\u00a000',
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

  it.each(locales)(
    'has the language of its words in every place, and one title, in %s',
    async (locale) => {
      const { html } = await renderLetter(locale, content);
      const said = [...html.matchAll(/ lang="([^"]*)"/g)].map(([, language]) => language);
      expect(said.length).toBeGreaterThan(1);
      expect(new Set(said)).toEqual(new Set([locale === 'en' ? 'en-GB' : locale]));
      expect(html.match(/<title>.*?<\/title>/g)).toEqual([`<title>${content.subject}</title>`]);
    },
  );

  it('leaves what people typed as it is, also what looks like a place of ours', async () => {
    const typed = 'Kari {{secret}} \ue0000\ue001 $& {{{secret}}}';
    for (const words of [typed, 'Ola {{secret}} {{{secret}}}']) {
      const { html, text } = await renderLetter('nb', {
        ...content,
        blocks: [paragraph(`Hei ${words}`), facts(['Navn', words]), ...content.blocks],
      });
      for (const body of [html, text]) {
        const sent = body.replaceAll('{{secret}}', 'abc').replaceAll('\u2060', '');
        // The link's own place is filled, and no other.
        expect(sent.split('abc')).toHaveLength(body.split('applications/{{secret}}').length);
        expect(sent).toContain(body === html ? words.replace('&', '&amp;') : words);
      }
    }
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
