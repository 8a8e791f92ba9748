import { createContext } from 'react';

/** Tells the frame that the session has changed (signed out, locked, other roles); it shows that over the page and keeps what was typed. */
export const SessionRefused = createContext<() => void>(() => undefined);

/** Whether the page is out of sight behind sign-in or lock. A dialog closes for as long, or it would hold the keyboard of whoever unlocks. */
export const IsCovered = createContext(false);

/** The codes that are the session's affair and not the tab's. */
export function isOfSession(code: string): boolean {
  return code === 'SIGNED_OUT' || code === 'LOCKED';
}
