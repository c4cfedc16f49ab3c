import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import styles from './page-aids.module.css';

/** What the small scripts of a page need to know. Without them the page is whole. */
export interface PageAids {
  /** Of this response's content security policy. */
  readonly nonce: string | undefined;
  readonly session: {
    /** How long it lives without use, in seconds. */
    readonly restSeconds: number;
    /** How long it lives however much it is used, in seconds from now; and until when that is. */
    readonly latestSeconds: number;
    readonly latest: Instant;
  };
}

/** Loads one of our enhancements. */
export function Script({
  name,
  aids,
}: {
  name: 'autosave' | 'characters' | 'session' | 'upload';
  aids: Pick<PageAids, 'nonce'>;
}) {
  return <script src={`/enhance/${name}.js`} defer nonce={aids.nonce} />;
}

const day = 86_400;
const hour = 3_600;

/** When one is signed out, in words, for everybody: nobody should meet it unprepared. */
export function SessionFoot({
  locale,
  aids: { session },
  zone,
}: {
  locale: Locale;
  aids: PageAids;
  zone: string;
}) {
  const t = getTexts(locale, 'drafts');
  const instant = formatInstant(session.latest, zone, locale);
  const days = Math.round(session.restSeconds / day);
  return (
    <p className={styles.foot} data-print="no">
      {days > 0
        ? t('session.foot', { days, instant })
        : t('session.footHours', { hours: Math.round(session.restSeconds / hour), instant })}
    </p>
  );
}

/** Shown by the script some minutes before the session ends, and when it has. */
export function SessionWarning({
  locale,
  aids,
  hasForm,
}: {
  locale: Locale;
  aids: PageAids;
  /** There is something to save on the page: a step of an application. */
  hasForm: boolean;
}) {
  const t = getTexts(locale, 'drafts');
  const { restSeconds, latestSeconds } = aids.session;
  return (
    <>
      <dialog
        className={styles.dialog}
        aria-labelledby="session-heading"
        aria-describedby="session-words"
        data-session=""
        data-rest={restSeconds}
        data-latest={latestSeconds}
        data-renew={`/api/${locale}/session/renew`}
        data-ends={t('session.ends', { time: '{time}' })}
        data-ends-for-good={t('session.endsForGood', { time: '{time}' })}
        data-renewed={t('session.renewed')}
        data-not-renewed={t('session.notRenewed')}
        data-ended={t('session.ended')}
        data-ended-heading={t('session.endedHeading')}
      >
        <h2 className="ds-heading" data-size="sm" id="session-heading" suppressHydrationWarning>
          {t('session.heading')}
        </h2>
        <p id="session-words" role="status" suppressHydrationWarning>
          {' '}
        </p>
        <p className={styles.buttons}>
          <Button type="button" id="session-renew">
            {t('session.renew')}
          </Button>
          {hasForm ? (
            <Button type="button" variant="secondary" id="session-leave">
              {t('session.leave')}
            </Button>
          ) : null}
          <Button type="button" variant="tertiary" id="session-close">
            {t('session.close')}
          </Button>
        </p>
      </dialog>
      <Script name="session" aids={aids} />
    </>
  );
}
