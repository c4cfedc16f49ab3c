import styles from './skip-link.module.css';

/** The first thing the keyboard meets. */
export function SkipLink({ href, children }: { href: string; children: string }) {
  return (
    <a className={styles.skip} href={href}>
      {children}
    </a>
  );
}
