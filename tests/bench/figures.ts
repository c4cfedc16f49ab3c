/** Nearest rank; `of` in 0–1. Needs no order. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(of * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** "412 (398–431)": the median and the range. */
export function medianAndRange(values: readonly number[], decimals = 0): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const written = (value: number) => value.toFixed(decimals);
  return `${written(median(values))} (${written(least)}–${written(most)})`;
}

/** Rows under a head, columns as wide as they need to be, the first to the left and figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join(
    '\n',
  );
}
