import { drawing } from '@/components/ui/drawing';
import styles from './wordmark.module.css';

const station = drawing(
  `<circle cx="16" cy="16" r="13"></circle><circle class="${styles.here}" cx="16" cy="16" r="5"></circle>`,
);

/** O, p, p, t, a, k. */
const opptak = drawing(
  [
    `<circle cx="17" cy="19" r="14.5"></circle><circle class="${styles.here}" cx="17" cy="19" r="5"></circle>`,
    '<path d="M40 13v31M59 23.5a9.5 9.5 0 1 1-19 0 9.5 9.5 0 0 1 19 0"></path>',
    '<path d="M66 13v31M85 23.5a9.5 9.5 0 1 1-19 0 9.5 9.5 0 0 1 19 0"></path>',
    '<path d="M94 6v21.5a5.5 5.5 0 0 0 5.5 5.5h2M89 14h12.5"></path>',
    '<path d="M126 13v20M126 23.5a9.5 9.5 0 1 1-19 0 9.5 9.5 0 0 1 19 0"></path>',
    '<path d="M133.5 3v30M147 14l-13.5 12M138.5 21.5 148 33"></path>',
  ].join(''),
);

/**
 * The name, drawn: its O is a station of the way, the one where you are. An installation with a
 * name of its own gets the station and its name in type.
 */
export function Wordmark({ name }: { name: string }) {
  if (name !== 'Opptak') {
    return (
      <span className={styles.named}>
        <svg
          aria-hidden="true"
          className={styles.station}
          viewBox="0 0 32 32"
          dangerouslySetInnerHTML={station}
        />
        <span className={styles.name}>{name}</span>
      </span>
    );
  }
  return (
    <svg
      className={styles.drawn}
      viewBox="0 0 151 46"
      role="img"
      aria-label={name}
      dangerouslySetInnerHTML={opptak}
    />
  );
}
