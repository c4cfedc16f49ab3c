/**
 * A telephone number as people read it: a Norwegian one with its country, mobile numbers as "400 00 001" and
 * others in pairs. Numbers of other countries stand as they are: each has groups of its own.
 */
export function phoneInWords(phone: string): string {
  const [, digits] = /^(?:(?:\+|00)47)?(\d{8})$/.exec(phone) ?? [];
  if (digits === undefined) return phone.replace(/^00/, '+');
  const groups = /^[489]/.test(digits)
    ? /^(\d{3})(\d{2})(\d{3})$/
    : /^(\d{2})(\d{2})(\d{2})(\d{2})$/;
  return ['+47', ...(groups.exec(digits)?.slice(1) ?? [])].join('\u00a0');
}
