import type { ComponentProps, ReactNode } from 'react';
import { Heading } from './heading';

export interface SectionProps {
  id: string;
  heading: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of a page, named by its heading and reachable by `#id`. How it stands apart is the room's to say. */
export function HeadedSection({
  id,
  heading,
  level = 2,
  size,
  className,
  children,
}: SectionProps &
  Pick<ComponentProps<typeof Heading>, 'size'> & { className?: string | undefined }) {
  return (
    <section className={className} aria-labelledby={id}>
      <Heading level={level} {...(size === undefined ? {} : { size })} id={id}>
        {heading}
      </Heading>
      {children}
    </section>
  );
}
