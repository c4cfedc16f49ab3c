/** The values of a form's fields by name, as `bindFields` takes them. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

/**
 * Saved answers as a form would have sent them: nested names with dots, numbers as figures, a tick
 * as "yes", and what is not answered as nothing typed.
 */
export function typedAnswers(section: object, prefix = ''): FieldValues {
  const entries = Object.entries(section).flatMap(([key, value]): [string, readonly string[]][] => {
    const name = `${prefix}${key}`;
    if (typeof value === 'object' && value !== null) {
      return Object.entries(typedAnswers(value as object, `${name}.`));
    }
    if (typeof value === 'boolean') return value ? [[name, ['yes']]] : [];
    return typeof value === 'string' || typeof value === 'number' ? [[name, [String(value)]]] : [];
  });
  return Object.fromEntries(entries);
}
