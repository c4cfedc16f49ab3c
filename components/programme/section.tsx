import type { ReactNode } from 'react';
import { Heading } from '@/components/ui/heading';
import styles from './section.module.css';

/** One theme of the programme's page under its heading, reachable by `#id`. */
export function Section({
  id,
  heading,
  children,
}: {
  id: string;
  heading: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {heading}
      </Heading>
      {children}
    </section>
  );
}
