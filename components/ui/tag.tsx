import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'accent' | 'answer' | 'info' | 'success' | 'warning' | 'danger';

/** A state in words a relative would understand. The tone only supports the words. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`ds-tag ${styles.tag}`} data-color={tone === 'answer' ? 'cloudberry' : tone}>
      {children}
    </span>
  );
}
