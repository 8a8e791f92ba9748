import { kioskOrigin } from './pagePath';

/** What main looks at before it hands over a port; apart from Electron so that every refusal can be tested. */
export interface Asker {
  isOurWindow: boolean;
  isMainFrame: boolean;
  origin: string;
}

/** Only the main frame of our own window, showing our own page, is handed the contract (design §4). */
export function mayHavePort(asker: Asker): boolean {
  return asker.isOurWindow && asker.isMainFrame && asker.origin === kioskOrigin;
}
