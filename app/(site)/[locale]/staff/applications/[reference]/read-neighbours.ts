import type { Neighbours } from '@/components/staff/application-head';
import { readTableAddress, tableArgs } from '@/components/staff/table-address';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { staffApplications } from '@/lib/application/queries/staff-applications';
import type { Person } from '@/lib/kernel/actor';
import type { Platform } from '@/lib/platform/context';

/** More than any cohort's list is read by hand. */
const limit = 200;

/**
 * The applications before and after this one in the list that the reader came from. When an act has
 * taken this one out of its list, the next is the first that remains there.
 * @param list the query string of the list's address; undefined when the reader came from elsewhere
 */
export async function readNeighbours(
  platform: Platform,
  person: Person,
  { cohort, reference }: StaffApplication,
  list: string | undefined,
): Promise<Neighbours> {
  if (list === undefined) return { previous: null, next: null };
  const address = readTableAddress(Object.fromEntries(new URLSearchParams(list)));
  const args = { ...tableArgs(cohort.id, { ...address, after: null }), limit };
  const table = await staffApplications(platform, person, args);
  if (!table.ok) return { previous: null, next: null };
  const { rows } = table.value;
  const at = rows.findIndex((row) => row.reference === reference);
  if (at === -1) return { previous: null, next: rows[0] ?? null };
  return { previous: rows[at - 1] ?? null, next: rows[at + 1] ?? null };
}
