/** One rule before and after a change. */
export interface RuleDifference {
  name: string;
  before: unknown;
  after: unknown;
}

/** What `wish` would change of `rules`, in the order of `wish`. What it gives as it is already is no change. */
export function differencesOf(
  rules: Readonly<Record<string, unknown>>,
  wish: Readonly<Record<string, unknown>>,
): RuleDifference[] {
  return Object.entries(wish)
    .map(([name, after]) => ({ name, before: Object.hasOwn(rules, name) ? rules[name] : undefined, after }))
    .filter(({ before, after }) => !isSame(before, after));
}

/** Whether two values of plain data say the same; the order of names in a table says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left: Record<string, unknown> = { ...one };
  const right: Record<string, unknown> = { ...other };
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
}

/** The rules that a file of settings holds, or one sentence for staff saying why it cannot be used. What they say is not checked here. */
export function readRulesText(text: string): { rules: Record<string, unknown> } | { problem: string } {
  let value: unknown;
  try {
    // An editor of Windows may have put a byte-order mark before it.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'This is not a file of settings: it is not JSON. Choose a file that a kiosk has exported.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: 'This is not a file of settings: it must be one JSON object, names of rules to their values.' };
  }
  return { rules: { ...value } };
}
