import { HeadedSection, type SectionProps } from '@/components/ui/headed-section';

/** One theme of a long form; its id is told from those of the form's fields. */
export function RegisterSection({ id, ...more }: Omit<SectionProps, 'level'>) {
  return <HeadedSection {...more} id={`section-${id}`} size="sm" />;
}
