/** A name for comparing: case, spacing and look-alike code points do not make another one. Empty for a name of spaces only. */
export function foldLabel(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * What `table` holds under `name`, names compared folded; undefined for null, for an empty name and for one that is not there. Of keys that
 * fold alike the first counts (`checkRules` refuses them). A clinician called "constructor" has no settings of their own.
 */
export function namedIn<T>(table: Readonly<Record<string, T>>, name: string | null): T | undefined {
  const folded = foldLabel(name ?? '');
  if (folded === '') return undefined;
  return Object.entries(table).find(([key]) => foldLabel(key) === folded)?.[1];
}

/** Whether `name` is one of `names`, compared folded; null and empty names never are. */
export function isNamedAmong(names: readonly string[], name: string | null): boolean {
  const folded = foldLabel(name ?? '');
  return folded !== '' && names.some((one) => foldLabel(one) === folded);
}
