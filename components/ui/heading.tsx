import type { ReactNode } from 'react';
import styles from './heading.module.css';

type Size = '2xl' | 'xl' | 'lg' | 'md' | 'sm' | 'xs' | '2xs';

const sizeOf: Record<1 | 2 | 3 | 4, Size> = { 1: 'xl', 2: 'md', 3: 'xs', 4: '2xs' };

/** A heading; its size follows its level unless the page says otherwise. */
export function Heading({
  level,
  size = sizeOf[level],
  id,
  hidden,
  children,
}: {
  level: 1 | 2 | 3 | 4;
  size?: Size;
  id?: string;
  /** Heard, not seen: when the page's shape already says it. */
  hidden?: boolean;
  children: ReactNode;
}) {
  const Element = `h${level}` as const;
  return (
    <Element
      className={hidden ? 'ds-sr-only' : `ds-heading ${styles.heading}`}
      data-size={hidden ? undefined : size}
      id={id}
    >
      {children}
    </Element>
  );
}
