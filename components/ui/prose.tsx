import type { ReactNode } from 'react';
import styles from './prose.module.css';

/** Running text: paragraphs, lists and headings with their right distances, 60–70 characters wide. */
export function Prose({ children, lead }: { children: ReactNode; lead?: boolean }) {
  return <div className={lead ? `${styles.prose} ${styles.lead}` : styles.prose}>{children}</div>;
}
