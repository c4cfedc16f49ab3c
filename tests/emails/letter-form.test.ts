import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, LetterContent } from '@/emails/letter-content';
import { withTypedBraces } from '@/emails/letter-content';
import { previewOf, renderHtml, renderLetter } from '@/emails/rendered-letter';
import { locales } from '@/lib/kernel/locale';
import { stations } from '@/lib/kernel/stations';

/** What people write, and what no letter should stumble over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ minLength: 150, maxLength: 260 }),
  fc.constantFrom(
    '',
    '\n',
    'a\nb',
    '\n\n',
    '<b>',
    '&amp;',
    `"'`,
    '$&',
    '\ue0000\ue001',
    '{{secret}}',
  ),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(text, { maxLength: 4 }),
    ordered: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.tuple(text, text), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('action' as const),
    label: text,
    href: text.map((path) => `https://opptak.example/${path}`),
  }),
);

const anyLetter: fc.Arbitrary<LetterContent> = fc.record(
  {
    installation: text,
    subject: text,
    title: text,
    station: fc.constantFrom(...stations),
    blocks: fc.array(block, { maxLength: 6 }),
    contact: fc.record({ mailbox: text, phone: text }, { requiredKeys: ['mailbox'] }),
    sender: text,
  },
  { requiredKeys: ['installation', 'subject', 'blocks'] },
);

it('a letter filled into its form is what rendering it gives, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...locales), anyLetter, async (locale, letter) => {
      const content = withTypedBraces(letter);
      const { html } = await renderLetter(locale, letter);
      expect(html).toBe(await renderHtml(locale, content, previewOf(content)));
      // The second of its form comes from the form that the first has left.
      expect((await renderLetter(locale, letter)).html).toBe(html);
    }),
    { numRuns: 100 },
  );
}, 60_000);
