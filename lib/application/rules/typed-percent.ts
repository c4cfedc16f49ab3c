/** What a position can be of full time, in percent. */
export const percentLimits = { minimum: 1, maximum: 100 } as const;

/**
 * A part of full time as people type it: "80", "80 %", "62,5" or "62.50%". At most two decimals, so that
 * hundredths of a percent are whole. Null for what is no such number; the limits are not looked at.
 */
export function parseTypedPercent(typed: string): number | null {
  const [, whole, decimals = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  return (Number(whole) * 100 + Number(decimals.padEnd(2, '0'))) / 100;
}

export function isPossiblePercent(percent: number): boolean {
  return percent >= percentLimits.minimum && percent <= percentLimits.maximum;
}
