import { describe, expect, it } from 'vitest';
import { slipRecord } from '@/lib/enrollment/rules/slip-record';
import { signedSlip } from '@/lib/enrollment/rules/slip-text';
import { slipFilename, slipPdf } from '@/lib/enrollment/slip-pdf';
import { languageTag, locales, type Locale } from '@/lib/kernel/locale';
import { sha256 } from '@/lib/platform/ids';
import { readPdf, squeeze, wordsOf } from './read-pdf';
import { facts, signature } from './rules/slip-facts';

async function paper(locale: Locale, name = 'Kari Nordmann') {
  const text = signedSlip(
    { ...facts, applicantName: name },
    { ...signature, signedName: name },
    locale,
  );
  const hash = sha256(slipRecord(text));
  const input = { text, sha256: hash, signedAt: signature.signedAt, installation: 'Opptak' };
  return { text, hash, input, bytes: await slipPdf(input) };
}

describe.each(locales)('the signed slip as PDF in %s', (locale) => {
  it('says every word of what was signed, in order, and its fingerprint', async () => {
    const { text, hash, bytes } = await paper(locale);
    const read = squeeze(readPdf(bytes).text);
    let from = 0;
    for (const words of [text.title, ...text.blocks.flatMap(wordsOf), hash]) {
      const at = read.indexOf(squeeze(words), from);
      expect(at, words).toBeGreaterThanOrEqual(from);
      from = at + squeeze(words).length;
    }
  });

  it('is tagged PDF/UA: its language, its title, its structure, nothing drawn outside it', async () => {
    const { text, bytes } = await paper(locale);
    const pdf = readPdf(bytes);
    const all = [...pdf.dictionaries.values()];
    const catalog = all.find((each) => each.includes('/Type /Catalog')) ?? '';
    expect(catalog).toContain('/StructTreeRoot');
    expect(catalog).toContain('/MarkInfo');
    expect(catalog).toContain(`/Lang (${languageTag(locale)})`);
    expect(catalog).toMatch(/\/ViewerPreferences/);
    expect(all.some((each) => each.includes('/Marked true'))).toBe(true);
    expect(all.some((each) => each.includes('/DisplayDocTitle true'))).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf.untagged).toBe(0);
    const count = (tag: string) =>
      all.filter((each) => new RegExp(`/S /${tag}\\b`).test(each)).length;
    const headings = text.blocks.filter(({ kind }) => kind === 'heading').length;
    expect(count('Document')).toBe(1);
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBe(headings + 1);
    expect(count('L')).toBe(1);
    expect(count('LI')).toBe(2);
    expect(count('Table')).toBe(5);
    expect(count('Figure')).toBe(1);
    expect(all.filter((each) => /\/Scope \/Row\b/.test(each)).length).toBeGreaterThan(12);
    expect(all.filter((each) => /\/Scope \/Column\b/.test(each))).toHaveLength(3);
  });

  it('embeds every font that it uses', async () => {
    const { bytes } = await paper(locale);
    const descriptors = [...readPdf(bytes).dictionaries.values()].filter((each) =>
      each.includes('/Type /FontDescriptor'),
    );
    expect(descriptors.length).toBeGreaterThanOrEqual(2);
    expect(descriptors.every((each) => each.includes('/FontFile2'))).toBe(true);
  });
});

describe('the signed slip as PDF', () => {
  it('is the same bytes each time it is made from the same slip', async () => {
    const { input, bytes } = await paper('nb');
    expect(sha256(await slipPdf(input))).toBe(sha256(bytes));
  });

  it.each(['Đỗ Thị Ánh', 'Áile Čállin Ŋárga', 'Ольга Иванова', 'Ελένη Παπαδοπούλου'])(
    'writes the name %s with its own letters',
    async (name) => {
      const { bytes } = await paper('nb', name);
      expect(squeeze(readPdf(bytes).text)).toContain(squeeze(name));
    },
  );

  it('keeps in the text a letter that the typeface cannot draw', async () => {
    const { bytes } = await paper('nb', 'Kari 王');
    const { text, untagged } = readPdf(bytes);
    expect(text).toContain('Kari 王');
    expect(untagged).toBe(0);
  });

  it('breaks a word that is longer than the page, and a slip that is longer than a page', async () => {
    const name = `Kari ${'Nordmann'.repeat(20)}`;
    const { bytes } = await paper('nb', name);
    const pdf = readPdf(bytes);
    expect(pdf.pages).toBeGreaterThanOrEqual(2);
    expect(squeeze(pdf.text)).toContain(squeeze(name));
  });

  it('is called by what it is and whose it is', () => {
    expect(slipFilename('7K3M-Q9TX-4WBN', 'nn')).toBe('bindande-pamelding-7K3M-Q9TX-4WBN.pdf');
  });
});
