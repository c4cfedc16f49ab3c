/** A form as it was sent: each field's name with its values, in the order they came. */
export type Typed = Readonly<Record<string, readonly string[]>>;

type Nested = string | string[] | { [key: string]: Nested } | Nested[];

/** "phone", "_intent", "work.0.from": letters and digits, at most four levels, list places below 100. */
const wellFormedName = /^_?[a-zA-Z][a-zA-Z0-9]{0,39}(\.(\d{1,2}|[a-zA-Z][a-zA-Z0-9]{0,39})){0,3}$/;

/** Whether a field's name is one that a form of ours could have. Others are not looked at. */
function isFieldName(name: string): boolean {
  return wellFormedName.test(name);
}

interface Branch {
  readonly leaves: Map<string, string | string[]>;
  readonly branches: Map<string, Branch>;
}

function branch(): Branch {
  return { leaves: new Map(), branches: new Map() };
}

function toValue(node: Branch): Nested {
  const keys = [...node.branches.keys(), ...node.leaves.keys()];
  const child = (key: string): Nested => {
    const below = node.branches.get(key);
    return below === undefined ? (node.leaves.get(key) ?? '') : toValue(below);
  };
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return [...new Set(keys)].sort((a, b) => Number(a) - Number(b)).map(child);
  }
  // fromEntries defines own properties: a field called "constructor" is just a field.
  return Object.fromEntries(keys.map((key) => [key, child(key)]));
}

/**
 * Makes the object that a form's schema parses: "work.0.from" becomes `{ work: [{ from }] }`. A name
 * sent once is a string, sent several times a list. Gaps in a list close.
 */
export function nestFields(typed: Typed): Record<string, unknown> {
  const root = branch();
  for (const [name, values] of Object.entries(typed)) {
    if (!isFieldName(name)) continue;
    const steps = name.split('.');
    const last = steps.pop() ?? name;
    let node = root;
    for (const step of steps) {
      const next = node.branches.get(step) ?? branch();
      node.branches.set(step, next);
      node = next;
    }
    node.leaves.set(last, values.length === 1 ? (values[0] ?? '') : [...values]);
  }
  const value = toValue(root);
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}
