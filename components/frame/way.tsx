import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './way.module.css';

/**
 * `answer` is a current station that waits for the reader: the only one in cloudberry. `ended` is where a way
 * stops before its last station; nothing follows it.
 */
export type StationState = 'done' | 'current' | 'answer' | 'coming' | 'ended';

export interface Station {
  key: string;
  label: ReactNode;
  state: StationState;
  /** When, or by when; what happens there. */
  detail?: ReactNode;
  href?: string | undefined;
}

/**
 * The way: one line with stations, from the application to the diploma. The same element on the
 * programme page, in the application, on My application and on the staff's dashboard. Each
 * station's state has a shape and a word of its own; a reader learns it once.
 */
export function Way({
  locale,
  label,
  stations,
  direction = 'across',
}: {
  locale: Locale;
  /** Names the list for those who do not see it. */
  label: string;
  stations: readonly Station[];
  /** `across` lies down when there is room, and stands up on a phone; `down` always stands. */
  direction?: 'across' | 'down';
}) {
  const t = getTexts(locale, 'common');
  return (
    <div className={styles.frame} data-direction={direction}>
      <ol className={styles.way} aria-label={label}>
        {stations.map(({ key, label: name, state, detail, href }) => (
          <li
            key={key}
            className={styles.station}
            data-state={state}
            aria-current={state === 'current' || state === 'answer' ? 'step' : undefined}
          >
            <Mark state={state} />
            <div className={styles.words}>
              <span className={styles.name}>
                {href === undefined ? name : <a href={href}>{name}</a>}
              </span>
              <span
                className={state === 'current' || state === 'answer' ? styles.state : 'ds-sr-only'}
              >
                {t(`way.${state}`)}
              </span>
              {detail ? <div className={styles.detail}>{detail}</div> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Mark({ state }: { state: StationState }) {
  return (
    <svg aria-hidden="true" className={styles.mark} viewBox="0 0 24 24">
      <circle className={styles.ring} cx="12" cy="12" r={state === 'coming' ? 5 : 9} />
      {state === 'done' ? <path className={styles.tick} d="m8 12.2 2.8 2.8L16 9.6" /> : null}
      {state === 'ended' ? <path className={styles.bar} d="M8 12h8" /> : null}
      {state === 'current' || state === 'answer' ? (
        <circle className={styles.dot} cx="12" cy="12" r="4" />
      ) : null}
    </svg>
  );
}
