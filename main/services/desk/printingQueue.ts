/** Do two names mean one queue? Printing systems make no difference between large and small letters (CUPS, Windows). */
export function isSameQueue(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
