/** Who asks, as the transport knows it: a browser by its cookie, the desk's own window by its port. */
export interface DeskContext {
  /** The secret of a session, if one was brought along. */
  readonly token: string | null;
  /** Gives the asker another secret to bring along from now on, or takes theirs away. */
  keepToken(token: string | null): void;
  /** Network address of the asker, or `kiosk` for the window on this machine. For limits and the list of sessions. */
  readonly from: string;
  /** `Chrome on Windows`: so that staff know their sessions apart. */
  readonly device: string;
}

/** The same for a board, which is no member of staff. */
export interface BoardContext {
  readonly token: string | null;
  keepToken(token: string | null): void;
  /** `kiosk`: a board window of this very machine, which needs no pairing. */
  readonly from: string;
}
