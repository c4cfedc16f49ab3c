import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import { drawing } from '@/components/ui/drawing';
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

const ring = (radius: 5 | 9) =>
  `<circle class="${styles.ring}" cx="12" cy="12" r="${radius}"></circle>`;
const here = drawing(`${ring(9)}<circle class="${styles.dot}" cx="12" cy="12" r="4"></circle>`);

const marks: Readonly<Record<StationState, ReturnType<typeof drawing>>> = {
  done: drawing(`${ring(9)}<path class="${styles.tick}" d="m8 12.2 2.8 2.8L16 9.6"></path>`),
  current: here,
  answer: here,
  coming: drawing(ring(5)),
  ended: drawing(`${ring(9)}<path class="${styles.bar}" d="M8 12h8"></path>`),
};

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
  const list = (
    <ol className={styles.way} aria-label={label}>
      {stations.map(({ key, label: name, state, detail, href }) => {
        const isHere = state === 'current' || state === 'answer';
        return (
          <li
            key={key}
            className={styles.station}
            data-state={state}
            aria-current={isHere ? 'step' : undefined}
          >
            <svg
              aria-hidden="true"
              className={styles.mark}
              viewBox="0 0 24 24"
              dangerouslySetInnerHTML={marks[state]}
            />
            {href === undefined ? (
              <span className={styles.name}>{name}</span>
            ) : (
              <a className={styles.name} href={href}>
                {name}
              </a>
            )}
            <span className={isHere ? styles.state : 'ds-sr-only'}>{t(`way.${state}`)}</span>
            {detail ? <div className={styles.detail}>{detail}</div> : null}
          </li>
        );
      })}
    </ol>
  );
  // What lies down must know how much room it has.
  return direction === 'across' ? <div className={styles.frame}>{list}</div> : list;
}
