import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import type { CandidateRow } from '@/lib/admission/queries/candidate-row';
import type { ReleaseEntry, ReleasePreview } from '@/lib/admission/queries/release-preview';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import styles from './admission.module.css';
import { ReleaseLetter } from './release-letter';

interface Props {
  locale: Locale;
  preview: ReleasePreview;
}

/** The places there are and how many are free: what the plan rests on. */
export function PlaceFigures({ locale, preview }: Props) {
  const t = getTexts(locale, 'admission');
  const { cohort, placesLeft, released } = preview;
  const figures = [
    [t('release.capacity'), cohort.capacity],
    [t(released === null ? 'release.taken' : 'release.takenNow'), cohort.placesTaken],
    [t(released === null ? 'release.left' : 'release.leftNow'), placesLeft],
    [t('release.respondBy'), formatLongDate(cohort.respondBy, locale)],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who will get an offer, who waits and who is refused, each with the letter that goes out. */
export function ReleasePlan({ locale, preview }: Props) {
  const t = getTexts(locale, 'admission');
  const { offers, waitingList, refusals, withdrawn, outside, cohort } = preview;
  return (
    <>
      {outside.length === 0 ? null : (
        <Notice
          kind="warning"
          locale={locale}
          heading={t('release.outside', { count: outside.length })}
        >
          <p>{t('release.outsideText')}</p>
          <Names locale={locale} rows={outside} />
        </Notice>
      )}
      <Group
        locale={locale}
        id="offers"
        heading={t('release.offers', { count: offers.length })}
        text={t('release.offersText', { date: formatLongDate(cohort.respondBy, locale) })}
        entries={offers}
        note={({ position }) => t('release.position', { position })}
      />
      <Group
        locale={locale}
        id="waiting-list"
        heading={t('release.waitingList', { count: waitingList.length })}
        text={t('release.waitingListText')}
        entries={waitingList}
        note={({ number, position }) =>
          `${t('release.waitingNumber', { number })}, ${t('release.position', { position })}`
        }
      />
      <Group
        locale={locale}
        id="refusals"
        heading={t('release.refusals', { count: refusals.length })}
        text={t('release.refusalsText')}
        entries={refusals}
        note={({ reason }) => <span className={styles.words}>{reason}</span>}
      />
      {withdrawn.length === 0 ? null : (
        <section aria-label={t('release.withdrawn', { count: withdrawn.length })}>
          <p>{t('release.withdrawn', { count: withdrawn.length })}</p>
          <Names locale={locale} rows={withdrawn} />
        </section>
      )}
    </>
  );
}

function Group<Entry extends ReleaseEntry>(props: {
  locale: Locale;
  id: string;
  heading: string;
  text: string;
  entries: readonly Entry[];
  note: (entry: Entry) => ReactNode;
}) {
  const { locale, id, heading, text, entries, note } = props;
  const t = getTexts(locale, 'admission');
  return (
    <section aria-labelledby={id}>
      <Heading level={2} size="sm" id={id}>
        {heading}
      </Heading>
      {entries.length === 0 ? (
        <p>{t('release.none')}</p>
      ) : (
        <>
          <p>{text}</p>
          <ul className={styles.people}>
            {entries.map((entry) => (
              <li key={entry.reference}>
                <a href={`/${locale}/staff/applications/${entry.reference}`}>{entry.name}</a>{' '}
                <span className={styles.note}>{note(entry)}</span>
                <ReleaseLetter locale={locale} name={entry.name} letter={entry.letter} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Names({ locale, rows }: { locale: Locale; rows: readonly CandidateRow[] }) {
  return (
    <ul>
      {rows.map(({ reference, name }) => (
        <li key={reference}>
          <a href={`/${locale}/staff/applications/${reference}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
