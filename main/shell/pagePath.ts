import { join, normalize, sep } from 'node:path';

/** Our pages live under their own origin, never under `file://` (design §9). */
export const schemeName = 'reception-kiosk';
/** The page this window shows; other surfaces get hosts of their own. */
const kioskHost = 'kiosk';
export const kioskOrigin = `${schemeName}://${kioskHost}`;

/** Where the practice's own picture is; the contract says the same, but is not loaded before the window is open. */
const practiceMapAddress = `${kioskOrigin}/practice/map`;

/** Whether a page asks for the practice's own picture: exactly its address, nothing that only leads to it. */
export function isPracticeMap(address: string): boolean {
  return address === practiceMapAddress;
}

/** The file behind a page's address, or null where the address leaves the page's own folder below `folder`. */
export function pagePath(folder: string, address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== `${schemeName}:` || url.host !== kioskHost) return null;
    const root = join(folder, url.host);
    const path = normalize(join(root, decodeURIComponent(url.pathname)));
    return path.startsWith(root + sep) && !path.endsWith(sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
