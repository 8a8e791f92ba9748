import type { PrintReason } from '../../../preload/contract/desk/printing';
import type { SlipState } from '../../../preload/contract/desk/slips';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { SlipSystem } from '../../../preload/contract/rules/slipValues';
import type { Sheet } from '../ports';

/** A slip between its making and its being forgotten (decision 39): of the details there is nothing but the page. */
export interface HeldSlip {
  slipId: string;
  sessionId: string;
  applicationId: string;
  subjectId: string;
  system: SlipSystem;
  size: PaperSize;
  sheet: Sheet;
  /** By the monotonic clock, and the same as UTC instant. */
  endsAtMonotonic: number;
  endsAt: string;
  state: SlipState;
  reason: PrintReason | null;
  printer: string | null;
  isKept: boolean | null;
  sentTimes: number;
  /** Ends what is being printed, and the work on it; null: nothing is. */
  printing: { stop: AbortController; over: Promise<void> } | null;
  isForgotten: boolean;
  /** When the details of the application had been handed over last, as it stood when the page was made; null: never. */
  handedOverAt: string | null;
}

/** More people than any practice has at its desks: so many pages are held at once, and no more. */
export const mostHeld = 40;

/** All slips that are held; each session holds one at most. */
export interface SlipKeeper {
  all(): readonly HeldSlip[];
  /** The session's own slip; null: there is none such, or none any more. */
  find(sessionId: string, slipId: string): HeldSlip | null;
  /** In place of the one that its session held before, and of the oldest that is not being printed where there are too many. */
  keep(slip: HeldSlip): void;
  /** Overwrites the page and calls back what is on its way to a printer. What is forgotten already stays so. */
  forget(slip: HeldSlip): void;
}

export function createSlipKeeper(told: (slip: HeldSlip) => void): SlipKeeper {
  const held = new Map<string, HeldSlip>();
  const forget = (slip: HeldSlip): void => {
    if (slip.isForgotten) return;
    held.delete(slip.slipId);
    slip.isForgotten = true;
    slip.printing?.stop.abort();
    slip.sheet.html.fill(0);
    told(slip);
  };
  return {
    all: () => [...held.values()],
    find(sessionId, slipId) {
      const slip = held.get(slipId);
      return slip?.sessionId === sessionId ? slip : null;
    },
    keep(slip) {
      for (const before of held.values()) if (before.sessionId === slip.sessionId) forget(before);
      const oldest = [...held.values()].find(({ printing }) => printing === null);
      if (held.size >= mostHeld && oldest !== undefined) forget(oldest);
      held.set(slip.slipId, slip);
    },
    forget,
  };
}
