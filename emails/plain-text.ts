import type { Locale } from '@/lib/kernel/locale';
import { stationNames, stations } from '@/lib/kernel/stations';
import { frameTexts, type Block, type LetterContent } from './letter-content';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered === true ? `${at + 1}.` : '-'} ${item}`)
        .join('\n');
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'action':
      return `${block.label}:\n${block.href}`;
  }
}

/** The plain-text body: the same words in the same order as the HTML. */
export function plainText(locale: Locale, content: LetterContent): string {
  const words = frameTexts[locale];
  const way =
    content.station === undefined
      ? []
      : [
          stations
            .map((station) =>
              station === content.station
                ? `[${stationNames[locale][station]}: ${words.here}]`
                : stationNames[locale][station],
            )
            .join(' - '),
        ];
  return [
    content.installation,
    ...way,
    content.title ?? content.subject,
    ...content.blocks.map(blockText),
    ...(content.contact === undefined ? [] : [words.ask(content.contact)]),
    `${words.regards}\n${content.sender ?? content.installation}`,
  ]
    .join('\n\n')
    .concat('\n');
}
