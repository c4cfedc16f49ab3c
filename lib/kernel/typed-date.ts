import { parseLocalDate, type LocalDate } from './time';

const dayFirst = /^(\d{1,2})[.\-/, ]\s*(\d{1,2})[.\-/, ]\s*(\d{4})$/;
const eightFigures = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * Reads a day as people type it: "31.12.2026", "1.6.2027", "31/12 2026", "31122026", or
 * "2026-12-31". Null when it cannot be read, or is no day that exists.
 */
export function parseTypedDate(text: string): LocalDate | null {
  const typed = text.trim();
  const parts = dayFirst.exec(typed) ?? eightFigures.exec(typed);
  if (parts === null) return parseLocalDate(typed);
  const [, day = '', month = '', year = ''] = parts;
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
