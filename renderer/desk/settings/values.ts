/*
 * Values of rules come from the machine as plain data of any shape; an editor takes what it understands and leaves the rest to the checks
 * in main.
 */

export type Rules = Readonly<Record<string, unknown>>;
export type Table = Readonly<Record<string, unknown>>;

export interface Window {
  earlyMinutes: unknown;
  lateMinutes: unknown;
}
export interface Hours {
  from: string;
  to: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export function asTable(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function asTexts(value: unknown): string[] {
  return asList(value).map(asText);
}

export function asHours(value: unknown): Hours[] {
  return asList(value).map((one) => {
    const { from, to } = asTable(one) as { from?: unknown; to?: unknown };
    return { from: asText(from), to: asText(to) };
  });
}

/** As typed: a number, or the text itself where it is none, which main then refuses in words. */
export function numberFrom(typed: string): number | string {
  const text = typed.trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : typed;
}

export function shownNumber(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** Whether two values of plain data say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index]))
    );
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const left = asTable(one);
  const right = asTable(other);
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
}
