import type { ReactNode } from 'react';
import { drawing } from './drawing';
import styles from './receipt.module.css';

const tick = drawing(
  '<circle cx="24" cy="24" r="21"></circle><path d="m15 24.5 6.5 6.5L34 17.5"></path>',
);

/** Proof that something has been received: what, and the reference to keep. */
export function Receipt({
  heading,
  referenceLabel,
  reference,
  children,
}: {
  heading: ReactNode;
  referenceLabel: string;
  reference: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.receipt}>
      <svg
        aria-hidden="true"
        className={styles.mark}
        viewBox="0 0 48 48"
        dangerouslySetInnerHTML={tick}
      />
      <div className={styles.words}>
        <h1 className="ds-heading" data-size="xl">
          {heading}
        </h1>
        <p className={styles.reference}>
          {referenceLabel} <strong>{reference}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}
