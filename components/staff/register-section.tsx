import type { ReactNode } from 'react';
import { Heading } from '@/components/ui/heading';

/** One theme of a long form. */
export function RegisterSection(props: { id: string; heading: string; children: ReactNode }) {
  const { id, heading, children } = props;
  return (
    <section aria-labelledby={`section-${id}`}>
      <Heading level={2} size="sm" id={`section-${id}`}>
        {heading}
      </Heading>
      {children}
    </section>
  );
}
