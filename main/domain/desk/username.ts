/** A username as it is kept and compared: small letters, and one way to write each of them. */
export function foldUsername(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}
