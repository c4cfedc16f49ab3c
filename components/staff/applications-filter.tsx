import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { StaffApplications } from '@/lib/application/queries/staff-applications';
import { staffVisibleStates } from '@/lib/application/rules/staff-table';
import type { Locale } from '@/lib/kernel/locale';
import { isFiltered, writeTableAddress, type TableAddress } from './table-address';
import styles from './applications-filter.module.css';

interface FilterProps {
  locale: Locale;
  /** The table's own page. */
  page: string;
  address: TableAddress;
  table: StaffApplications;
}

/** How many there are of each state, each a way to see only those. */
export function StateCounts({ locale, page, address, table }: FilterProps) {
  const t = getTexts(locale, 'staff');
  const { counts } = table;
  const entries = [
    {
      state: null,
      label: t('applications.all'),
      count: staffVisibleStates.reduce((sum, state) => sum + counts[state], 0),
    },
    ...staffVisibleStates.map((state) => ({
      state,
      label: t(`applications.states.${state}`),
      count: counts[state],
    })),
  ];
  return (
    <nav aria-label={t('applications.byState')}>
      <ul className={styles.counts}>
        {entries.map(({ state, label, count }) => (
          <li key={state ?? 'all'}>
            <a
              href={`${page}${writeTableAddress({ ...address, state, awaits: false, after: null })}`}
              aria-current={address.state === state && !address.awaits ? 'true' : undefined}
              className={styles.count}
            >
              {label} <data value={count}>{count}</data>
            </a>
          </li>
        ))}
        {table.awaited === 0 && !address.awaits ? null : (
          <li>
            <a
              href={`${page}${writeTableAddress({ ...address, state: null, awaits: true, after: null })}`}
              aria-current={address.awaits ? 'true' : undefined}
              className={styles.count}
            >
              {getTexts(locale, 'requests')('staff.waiting')}{' '}
              <data value={table.awaited}>{table.awaited}</data>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Narrows the table, by the address alone: a filter can be kept as a bookmark, or sent to a colleague. */
export function ApplicationsFilter({ locale, page, address, table }: FilterProps) {
  const t = getTexts(locale, 'staff');
  const hidden = {
    awaits: address.awaits ? 'yes' : undefined,
    sort: address.sort === 'arrival' ? undefined : address.sort,
    order: address.descending ? 'descending' : undefined,
  };
  return (
    <Form action={page} method="get" hidden={hidden} label={t('applications.filter')}>
      <div className={styles.filter}>
        <TextField
          id="q"
          name="q"
          type="search"
          locale={locale}
          label={t('applications.search')}
          defaultValue={address.text}
        />
        <Select
          id="state"
          name="state"
          locale={locale}
          label={t('applications.columns.state')}
          placeholder={t('applications.all')}
          defaultValue={address.state ?? undefined}
          options={staffVisibleStates.map((state) => ({
            value: state,
            label: t(`applications.states.${state}`),
          }))}
        />
        <Select
          id="category"
          name="category"
          locale={locale}
          label={t('applications.columns.category')}
          placeholder={t('applications.all')}
          defaultValue={address.category === null ? undefined : String(address.category)}
          options={table.cohort.programme.categories.map(({ number }) => ({
            value: String(number),
            label: t('applications.category', { number }),
          }))}
        />
        <Select
          id="priority"
          name="priority"
          locale={locale}
          label={t('applications.columns.priority')}
          placeholder={t('applications.all')}
          defaultValue={address.priority === null ? undefined : address.priority ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`applications.priorityFilter.${value}`),
          }))}
        />
        <div className={styles.buttons}>
          <Button variant="secondary">{t('applications.show')}</Button>
          {isFiltered(address) ? <a href={page}>{t('applications.clear')}</a> : null}
        </div>
      </div>
    </Form>
  );
}
