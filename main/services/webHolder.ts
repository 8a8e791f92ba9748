import type { WebStatus } from './ports';

/** What others may ask of the web server. */
export interface WebControl {
  status(): WebStatus;
  /** PEM of the own authority; null where there is none. */
  authority(): string | null;
  /** Makes a new authority; false where none is in use. */
  renewAuthority(): Promise<boolean>;
}

/** The web server, which starts after everything that asks how it stands. */
export interface WebHolder extends WebControl {
  serve(server: WebControl): void;
}

export function createWebHolder(): WebHolder {
  let serving: WebControl | null = null;
  return {
    status: () => serving?.status() ?? { state: 'starting' },
    authority: () => serving?.authority() ?? null,
    renewAuthority: () => serving?.renewAuthority() ?? Promise.resolve(false),
    serve(server) {
      serving = server;
    },
  };
}
