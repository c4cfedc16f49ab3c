/**
 * Repeatable groups of fields without JavaScript: a button of the step's own form adds or removes a
 * group, and the form comes back with everything else as it was typed.
 */

/** A form as it was sent: each field's name with its values. */
type TypedFields = Readonly<Record<string, readonly string[]>>;

/** A list that buttons can make longer or shorter. */
export interface RepeatableGroup {
  /** The list's name in the form: "workPeriods" of "workPeriods.0.from". */
  readonly list: string;
  /** The word of its buttons: "add-work", and "remove-work-2" for the group at place 2 (the third). */
  readonly button: string;
  readonly fields: readonly string[];
  readonly maximum: number;
}

/** The places of a list that were sent, in order; gaps are allowed. */
function placesOf(typed: TypedFields, list: string): number[] {
  const places = Object.keys(typed)
    .map((name) => name.split('.'))
    .filter(([head, place]) => head === list && /^\d{1,2}$/.test(place ?? ''))
    .map(([, place]) => Number(place));
  return [...new Set(places)].sort((a, b) => a - b);
}

/** How many groups of a list the form should show: as many as were typed. */
export function groupsTyped(typed: TypedFields, list: string): number {
  return placesOf(typed, list).length;
}

function withPlaces(
  typed: TypedFields,
  group: RepeatableGroup,
  places: readonly number[],
): Record<string, readonly string[]> {
  const others = Object.entries(typed).filter(([name]) => name.split('.')[0] !== group.list);
  const kept = places.flatMap((place, at) =>
    group.fields.map((field): [string, readonly string[]] => [
      `${group.list}.${at}.${field}`,
      typed[`${group.list}.${place}.${field}`] ?? [''],
    ]),
  );
  return Object.fromEntries([...others, ...kept]);
}

/**
 * What was typed with one group more or less, when the form was sent by such a button; null when it
 * was sent by another. Groups are numbered from 0 without gaps afterwards; a list that is full stays.
 */
export function rearrangeGroups(
  typed: TypedFields,
  groups: readonly RepeatableGroup[],
): Record<string, readonly string[]> | null {
  const intent = typed._intent?.[0] ?? '';
  for (const group of groups) {
    const places = placesOf(typed, group.list);
    if (intent === `add-${group.button}`) {
      const next = (places.at(-1) ?? -1) + 1;
      return withPlaces(typed, group, places.length < group.maximum ? [...places, next] : places);
    }
    const removed = new RegExp(`^remove-${group.button}-(\\d{1,2})$`).exec(intent)?.[1];
    if (removed !== undefined) {
      return withPlaces(
        typed,
        group,
        places.filter((place) => place !== Number(removed)),
      );
    }
  }
  return null;
}
