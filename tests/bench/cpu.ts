import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** The fields of /proc/<pid>/stat after the program's name, which may hold anything. */
function statOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Seconds of processor time from some fields of a process; 0 when it has gone. */
function seconds(pid: number, fields: readonly number[]): number {
  const stat = statOf(pid);
  return fields.reduce((sum, field) => sum + Number(stat?.[field] ?? 0), 0) / ticksPerSecond;
}

const own = [11, 12];
const withWaitedFor = [11, 12, 13, 14];

/**
 * Seconds of processor time of a process with all its threads, its living children, and those that have
 * ended: PostgreSQL and our server both do their work in children. NaN where there is no /proc.
 */
export function cpuOfFamily(pid: number): number {
  if (statOf(pid) === null) return Number.NaN;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => Number(statOf(child)?.[1]) === pid);
  return seconds(pid, withWaitedFor) + children.reduce((sum, each) => sum + seconds(each, own), 0);
}
