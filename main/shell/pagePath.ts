import { join, normalize, sep } from 'node:path';

/** Our pages live under their own origin, never under `file://` (design §9). */
export const schemeName = 'reception-kiosk';

/** The pages that windows of this machine show; each is a host of its own, so that none is another's origin. */
export type OwnPage = 'kiosk' | 'desk' | 'board';

/** Where a page comes from, as its window's frames name it. */
export const originOf = (page: OwnPage): string => `${schemeName}://${page}`;
export const kioskOrigin = originOf('kiosk');

/** The address a window of `page` opens, and goes back to. */
export const addressOf = (page: OwnPage): string => `${originOf(page)}/index.html`;

/** Where the practice's own picture is; the contract says the same, but is not loaded before the window is open. */
const practiceMapAddress = `${kioskOrigin}/practice/map`;

/** Whether a page asks for the practice's own picture: exactly its address, nothing that only leads to it. */
export function isPracticeMap(address: string): boolean {
  return address === practiceMapAddress;
}

/** The file behind an address of `page`, or null where the address is another page's or leaves the page's own folder below `folder`. */
export function pagePath(folder: string, address: string, page: OwnPage): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== `${schemeName}:` || url.host !== page) return null;
    const root = join(folder, page);
    const path = normalize(join(root, decodeURIComponent(url.pathname)));
    return path.startsWith(root + sep) && !path.endsWith(sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
