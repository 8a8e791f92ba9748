/** What main looks at before it hands over a port; apart from Electron so that every refusal can be tested. */
export interface Asker {
  isOurWindow: boolean;
  isMainFrame: boolean;
  origin: string;
}

/** Only the main frame of the window itself, showing the page of `origin` that the window is for, is handed that page's contract (design §4). */
export function mayHavePort(asker: Asker, origin: string): boolean {
  return asker.isOurWindow && asker.isMainFrame && asker.origin === origin;
}
