import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MailLink, wholeAddresses, writeTo } from '@/components/ui/mail-address';
import { getTexts } from '@/components/texts/get-texts';

const mailbox = 'bet-recovery@sykehus.example';
const html = (words: ReactNode) => renderToStaticMarkup(<p>{words}</p>);
const pieces = (markup: string) =>
  [...markup.matchAll(/<span class="[^"]*whole[^"]*">([^<]*)<\/span>/g)].map(([, words]) => words);

describe('an address on a page', () => {
  it('is a link in which a line breaks after the at sign, and at no hyphen', () => {
    const markup = html(<MailLink address={mailbox} />);
    expect(markup).toContain(`href="mailto:${mailbox}"`);
    expect(pieces(markup)).toEqual(['bet-recovery@', 'sykehus.example']);
    expect(markup.match(/<wbr\/?>/g)).toHaveLength(1);
  });

  it('keeps the full stop of its sentence beside its last part', () => {
    const lead = getTexts('nb', 'application')('aboutYou.lead', { email: mailbox });
    expect(html(wholeAddresses(lead))).toMatch(/>sykehus\.example<\/span><\/span>\.<\/p>$/);
  });

  it('is read out and copied as it is', () => {
    const words = html(wholeAddresses(`Skriv til ${mailbox}, i dag.`)).replace(/<[^>]*>/g, '');
    expect(words).toBe(`Skriv til ${mailbox}, i dag.`);
  });

  it('is written to from every sentence that has the programme’s mailbox', () => {
    const text = getTexts('en', 'application').rich('start.other.email', writeTo(mailbox));
    expect(html(text)).toContain(`href="mailto:${mailbox}"`);
  });

  it('is not looked for where there is none', () => {
    expect(wholeAddresses('Endringen er lagret.')).toBe('Endringen er lagret.');
  });
});
