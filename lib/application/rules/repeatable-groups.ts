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

/** Whether nothing is filled in of a group: it is then no answer. A page always shows one to fill in. */
export function isEmptyGroup(group: unknown): boolean {
  return (
    typeof group === 'object' &&
    group !== null &&
    Object.values(group).every((value) => typeof value === 'string' && value.trim() === '')
  );
}

/**
 * Where on the form the groups of a list stood that became answers, from 0: `workPeriods: [1, 2]` when the first
 * was left empty. Lists of which the answers stand as the groups did are not here.
 */
export type TypedPlaces = Readonly<Record<string, readonly number[]>>;

/** @param sent a form's fields, nested; null when every answer stands where it was typed */
export function typedPlaces(sent: unknown): TypedPlaces | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const moved = Object.entries(sent).flatMap(([list, groups]: [string, unknown]) => {
    if (!Array.isArray(groups)) return [];
    const filled = [...groups.keys()].filter((at) => !isEmptyGroup(groups[at]));
    return filled.every((place, at) => place === at) ? [] : [[list, filled] as const];
  });
  return moved.length === 0 ? null : Object.fromEntries(moved);
}

/** The same of a part of a form: "category.workPeriods" of "workPeriods". */
export function placesWithin(part: string, places: TypedPlaces): TypedPlaces {
  return Object.fromEntries(
    Object.entries(places).map(([list, typed]) => [`${part}.${list}`, typed]),
  );
}

/** Problems that name a group by its place among the answers, at the group as it was typed. */
export function atTypedPlaces<P extends { readonly field: string }>(
  problems: readonly P[],
  places: TypedPlaces | null | undefined,
): P[] {
  return problems.map((problem) => {
    const [, list = '', at = '', rest = ''] = /^(.+?)\.(\d+)(\..+)?$/.exec(problem.field) ?? [];
    const place = places?.[list]?.[Number(at)];
    return place === undefined ? problem : { ...problem, field: `${list}.${place}${rest}` };
  });
}
