import type { StaffApplicationsArgs } from '@/lib/application/queries/staff-applications';
import {
  applicationSorts,
  staffVisibleStates,
  type ApplicationSort,
  type StaffVisibleState,
} from '@/lib/application/rules/staff-table';

/** What of the applications table stands in the address. */
export interface TableAddress {
  readonly state: StaffVisibleState | null;
  readonly category: number | null;
  readonly priority: boolean | null;
  /** Only those who have been asked for more and have not answered. */
  readonly awaits: boolean;
  readonly text: string;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
  /** Where the page before ended. */
  readonly after: string | null;
}

type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address that anybody may have typed: what it does not know, it leaves out. */
export function readTableAddress(sent: Sent): TableAddress {
  const one = (name: string) => {
    const value = sent[name];
    return (typeof value === 'string' ? value : value?.[0]) ?? '';
  };
  const [state, category, priority, sort] = [
    one('state'),
    one('category'),
    one('priority'),
    one('sort'),
  ];
  return {
    state: staffVisibleStates.find((each) => each === state) ?? null,
    category: /^[1-9]$/.test(category) ? Number(category) : null,
    priority: priority === 'yes' ? true : priority === 'no' ? false : null,
    awaits: one('awaits') === 'yes',
    text: one('q').trim().slice(0, 200),
    sort: applicationSorts.find((each) => each === sort) ?? 'arrival',
    descending: one('order') === 'descending',
    after: one('after') === '' ? null : one('after'),
  };
}

/** The query string of an address, with its "?"; empty for the table as it opens. */
export function writeTableAddress(address: TableAddress): string {
  const query = new URLSearchParams();
  if (address.state !== null) query.set('state', address.state);
  if (address.category !== null) query.set('category', String(address.category));
  if (address.priority !== null) query.set('priority', address.priority ? 'yes' : 'no');
  if (address.awaits) query.set('awaits', 'yes');
  if (address.text !== '') query.set('q', address.text);
  if (address.sort !== 'arrival') query.set('sort', address.sort);
  if (address.descending) query.set('order', 'descending');
  if (address.after !== null) query.set('after', address.after);
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

/** The address as the query wants it. */
export function tableArgs(cohortId: string, address: TableAddress): StaffApplicationsArgs {
  const { state, category, priority, awaits, text, sort, descending, after } = address;
  return {
    cohortId,
    sort,
    descending,
    ...(state === null ? {} : { states: [state] }),
    ...(category === null ? {} : { category }),
    ...(priority === null ? {} : { priority }),
    ...(awaits ? { awaits } : {}),
    ...(text === '' ? {} : { text }),
    ...(after === null ? {} : { after }),
  };
}

/** Whether the table shows less than everything. */
export function isFiltered({ state, category, priority, awaits, text }: TableAddress): boolean {
  return state !== null || category !== null || priority !== null || awaits || text !== '';
}
