import { expect, it } from 'vitest';
import { withLineBreaks } from '@/emails/line-breaks';
import { renderLetter } from '@/emails/rendered-letter';
import { facts, paragraph } from '@/emails/letter-content';

const mailbox = 'bet-recovery@sykehus.example';
const whole = (words: string) => `<span style="white-space:nowrap">${words}</span>`;

it('the mailbox is a link that breaks after the at sign, and the full stop stands outside', async () => {
  const { html, text } = await renderLetter('nb', {
    installation: 'Opptak',
    subject: `Skriv til ${mailbox}`,
    blocks: [paragraph(`Skriv til ${mailbox}.`)],
    contact: { mailbox, phone: '00 00 00 00' },
  });
  expect(html).toContain(`<title>Skriv til ${mailbox}</title>`);
  expect(html).toContain(`<a href="mailto:${mailbox}" style="`);
  expect(html).toContain(`${whole('bet-recovery@')}<wbr/>${whole('sykehus.example')}</a>.`);
  expect(text).toContain(`Skriv til ${mailbox} eller ring 00\u00a000\u00a000\u00a000.`);
});

it('the reader\u2019s own address breaks likewise, and is no link', async () => {
  const { html } = await renderLetter('nb', {
    installation: 'Opptak',
    subject: 'Fristen din',
    blocks: [facts(['Logg inn med', 'kari@sykehus.example'])],
    contact: { mailbox },
  });
  expect(html).toContain(`${whole('kari@')}<wbr/>${whole('sykehus.example')}`);
  expect(html).not.toContain('mailto:kari');
});

it('a reference and «e-post» stand in one line', () => {
  expect(withLineBreaks('<h1>x</h1><p>Svar på e-post, med 7K3M-Q9TX-4WBN.</p>', mailbox)).toBe(
    `<h1>x</h1><p>Svar på e-\u2060post, med ${whole('7K3M-Q9TX-4WBN')}.</p>`,
  );
});

it('a link that is there already, and what only looks like an address, is left as it is', () => {
  const html = '<h1>x</h1><a href="https://o.example/?to=a@b.no">Svar</a><p>&quot;a&quot; @ b</p>';
  expect(withLineBreaks(html, mailbox)).toBe(html);
});

it('nothing that somebody has typed around an address becomes markup', () => {
  expect(withLineBreaks('<h1>x</h1><p>&lt;i&gt;a@b.no?subject=x&lt;/i&gt;</p>', 'a@b.no')).toBe(
    `<h1>x</h1><p>&lt;i&gt;<a href="mailto:a@b.no" style="color:#053124;text-decoration:underline">${whole('a@b.no')}</a>?subject=x&lt;/i&gt;</p>`,
  );
});
