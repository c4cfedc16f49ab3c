import { addressPieces, longestInOneLine, splitAtAddresses } from '@/lib/kernel/mail-address';

/** The theme's dark pine, as a link on the paper of a letter. */
const link = 'color:#053124;text-decoration:underline';

const inOneLine = (words: string) => `<span style="white-space:nowrap">${words}</span>`;

/** "7K3M-Q9TX-4WBN", and the hyphen of "e-post" and "e-mail". */
const reference = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b/g;
const shortHyphen = /(?<=\be-)(?=(?:post|mail))/gi;

/**
 * A letter's HTML with its lines broken where a reader expects them: addresses after their at sign and their
 * dots, never at a hyphen, and references not at all. The programme's mailbox is a link; another address, as
 * the reader's own, is to be read. What stands above the first heading is not text in lines.
 */
export function withLineBreaks(html: string, mailbox: string | undefined): string {
  const start = html.indexOf('<h1');
  if (start === -1) return html;
  const body = html.slice(start).replace(/>([^<>]*[@-][^<>]*)(?=<)/g, (_, words: string) => {
    const parts = splitAtAddresses(words);
    return `>${parts.map((part, place) => (place % 2 === 0 ? unbroken(part) : address(part, mailbox))).join('')}`;
  });
  return html.slice(0, start) + body;
}

function unbroken(words: string): string {
  return words.replace(shortHyphen, '\u2060').replace(reference, inOneLine);
}

/** No character of what is found as an address needs to be escaped. */
function address(found: string, mailbox: string | undefined): string {
  const pieces = addressPieces(found)
    .map((piece) => (piece.length > longestInOneLine ? piece : inOneLine(piece)))
    .join('<wbr/>');
  return found === mailbox ? `<a href="mailto:${found}" style="${link}">${pieces}</a>` : pieces;
}
