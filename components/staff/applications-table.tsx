import { getTexts } from '@/components/texts/get-texts';
import { Pagination } from '@/components/ui/pagination';
import { Table, type Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type {
  StaffApplicationRow,
  StaffApplications,
} from '@/lib/application/queries/staff-applications';
import type { ApplicationSort } from '@/lib/application/rules/staff-table';
import { formatLongDate, formatShortDate, formatTime, wallTimeOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { isFiltered, writeTableAddress, type TableAddress } from './table-address';
import { applicationTone } from './tones';
import styles from './applications-table.module.css';

interface Props {
  locale: Locale;
  page: string;
  address: TableAddress;
  table: StaffApplications;
}

/** Every application that has arrived, by the filter in the address. */
export function ApplicationsTable({ locale, page, address, table }: Props) {
  const t = getTexts(locale, 'staff');
  const { rows, matching, next, cohort } = table;
  return (
    <>
      <p className={styles.shown} aria-live="polite">
        {rows.length === 0 ? null : (
          <>
            {isFiltered(address)
              ? t('applications.matching', { shown: rows.length, matching })
              : t('applications.shown', { shown: rows.length, matching })}{' '}
            {t('applications.withPriority', { count: table.withPriority })}{' '}
          </>
        )}
        {table.counts.draft > 0 ? t('applications.drafts', { count: table.counts.draft }) : null}
      </p>
      <Table
        locale={locale}
        caption={t('applications.caption')}
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        columns={columns({ locale, page, address, table })}
        empty={
          isFiltered(address)
            ? t('applications.noneMatching')
            : t('applications.empty', {
                opens: formatLongDate(cohort.opensOn, locale),
                deadline: formatLongDate(cohort.applicationDeadline, locale),
              })
        }
      />
      {address.after === null ? null : (
        <p>
          <a href={`${page}${writeTableAddress({ ...address, after: null })}`}>
            {t('applications.toStart')}
          </a>
        </p>
      )}
      <Pagination
        locale={locale}
        nextHref={
          next === null ? undefined : `${page}${writeTableAddress({ ...address, after: next })}`
        }
      />
    </>
  );
}

function columns({ locale, page, address, table }: Props): Column<StaffApplicationRow>[] {
  const t = getTexts(locale, 'staff');
  const { zone } = table.cohort;
  // Never empty, so that an application knows that it was opened from the list.
  const query = writeTableAddress({ ...address, after: null }).slice(1) || 'sort=arrival';
  const list = encodeURIComponent(query);
  const sort = (by: ApplicationSort) => {
    const now = address.sort === by;
    const descending = now && !address.descending;
    return {
      href: `${page}${writeTableAddress({ ...address, sort: by, descending, after: null })}`,
      sorted: now ? (address.descending ? 'descending' : 'ascending') : undefined,
    } as const;
  };
  return [
    {
      key: 'arrival',
      head: t('applications.columns.arrival'),
      figures: true,
      sort: sort('number'),
      cell: ({ arrivalNumber }) => arrivalNumber,
    },
    {
      key: 'name',
      head: t('applications.columns.name'),
      rowHead: true,
      sort: sort('name'),
      cell: ({ reference, name }) => (
        <a href={`/${locale}/staff/applications/${reference}?list=${list}`}>{name}</a>
      ),
    },
    {
      key: 'state',
      head: t('applications.columns.state'),
      sort: sort('state'),
      cell: ({ state, awaits, isOwn }) => (
        <>
          <Tag tone={applicationTone[state]}>{t(`applications.states.${state}`)}</Tag>
          {isOwn ? <div className={styles.awaits}>{t('applications.own')}</div> : null}
          {awaits ? (
            <div className={styles.awaits}>{getTexts(locale, 'requests')('staff.waiting')}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'category',
      head: t('applications.columns.category'),
      figures: true,
      sort: sort('category'),
      cell: ({ categoryNumber }) => categoryNumber,
    },
    {
      key: 'workplace',
      head: t('applications.columns.workplace'),
      sort: sort('workplace'),
      cell: ({ workplace }) =>
        workplace === null ? null : (
          <div className={styles.workplace}>{`${workplace.employer}, ${workplace.unit}`}</div>
        ),
    },
    {
      key: 'claim',
      head: t('applications.columns.claim'),
      cell: ({ claim }) => (claim === null ? null : t(`applications.claim.${claim}`)),
    },
    {
      key: 'priority',
      head: t('applications.columns.priority'),
      cell: ({ priority }) =>
        priority ? <Tag tone="accent">{t('applications.priority')}</Tag> : t('applications.none'),
    },
    {
      key: 'received',
      head: t('applications.columns.received'),
      sort: sort('arrival'),
      cell: ({ receivedAt }) => (
        <time dateTime={receivedAt.toISOString()} className={styles.moment}>
          {formatShortDate(localDateOf(receivedAt, zone), locale)}{' '}
          {formatTime(wallTimeOf(receivedAt, zone), locale)}
        </time>
      ),
    },
    {
      key: 'documents',
      head: t('applications.columns.documents'),
      figures: true,
      cell: ({ documents }) => documents,
    },
    {
      key: 'reference',
      head: t('applications.columns.reference'),
      cell: ({ reference }) => <span className={styles.reference}>{reference}</span>,
    },
  ];
}
