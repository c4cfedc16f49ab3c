/**
 * Whether an error calls itself by this name. For errors that cross from the process's one platform into a
 * route: Next bundles what both use once for each, and `instanceof` says no to the other's class.
 */
export function hasName(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}
