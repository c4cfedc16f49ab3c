/**
 * Two windows on one step. A form says by prints what it showed; what was saved meanwhile by another
 * window is then told apart from what was typed here, field by field. A list of groups is one field.
 */

/** A print of each field's value: the same for the same value, another for another. */
export type Prints = Readonly<Record<string, string>>;

export interface Merged<Section> {
  /** What is to be saved, when nothing conflicts. */
  readonly section: Section;
  /** Changed by another window and not touched here: kept as the other saved them. */
  readonly kept: readonly string[];
  /** Changed by both, differently: nobody but the applicant can choose. */
  readonly conflicts: readonly string[];
}

/**
 * Three-way merge of one section. Whatever only one side changed is in the result; whatever both changed
 * to the same is too; the rest is a conflict, in which the result holds what was typed here.
 * @param shown the prints of what the form showed; a field without one counts as shown as it is stored now
 */
export function mergeSection<Section extends object>(
  { stored, typed, shown }: { stored: Section; typed: Section; shown: Prints },
  printOf: (value: unknown) => string,
): Merged<Section> {
  const kept: (keyof Section & string)[] = [];
  const conflicts: string[] = [];
  for (const field of Object.keys(typed) as (keyof Section & string)[]) {
    const [now, here] = [printOf(stored[field]), printOf(typed[field])];
    const before = shown[field] ?? now;
    if (before === now || here === now) continue;
    if (here === before) kept.push(field);
    else conflicts.push(field);
  }
  const section = { ...typed };
  for (const field of kept) section[field] = stored[field];
  return { section, kept, conflicts };
}
