import { Fragment, type ReactNode } from 'react';
import { addressPieces, longestInOneLine, splitAtAddresses } from '@/lib/kernel/mail-address';
import styles from './mail-address.module.css';

/** An e-mail address in running text: its lines break after its at sign and its dots, never at a hyphen. */
function MailAddress({ address }: { address: string }) {
  return <span className={styles.address}>{inPieces(address)}</span>;
}

function inPieces(address: string): ReactNode {
  return addressPieces(address).map((piece, place) => (
    <Fragment key={place}>
      {place === 0 ? null : <wbr />}
      {piece.length > longestInOneLine ? piece : <span className={styles.whole}>{piece}</span>}
    </Fragment>
  ));
}

/** An address to write to. */
export function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className={styles.address}>
      {inPieces(address)}
    </a>
  );
}

/** What a sentence with <mail>{mailbox}</mail> takes. */
export function writeTo(mailbox: string) {
  return { mailbox, mail: () => <MailLink address={mailbox} /> };
}

/** A sentence in which addresses stand as they are, each broken as an address. */
export function wholeAddresses(sentence: string): ReactNode {
  const parts = splitAtAddresses(sentence);
  if (parts.length === 1) return sentence;
  return parts.map((part, place) =>
    place % 2 === 0 ? part : <MailAddress key={place} address={part} />,
  );
}
