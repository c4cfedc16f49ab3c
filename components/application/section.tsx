import { HeadedSection, type SectionProps } from '@/components/ui/headed-section';
import styles from './section.module.css';

/** One theme of a page about an application. */
export function Section(props: SectionProps) {
  return <HeadedSection {...props} className={styles.section} />;
}
