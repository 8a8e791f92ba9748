import type { Log, Timers } from '../services/ports';
import { createRecoveryBudget } from './recovery';

/** Silent this long, the page of a board hangs: it would show calls that are over, and none that is new. */
const silenceMilliseconds = 30_000;
const lookEveryMilliseconds = 10_000;
/** After a row of crashes: a board that cannot live is tried again, and never takes the kiosk down with it. */
const pauseMilliseconds = 60_000;

/** As much of a display as the choice needs. */
export interface BoardDisplay {
  id: number;
}

/** A board's window as the keeper needs it. */
export interface BoardWindowHandle {
  /** Resolves when the page answers; never, while it hangs. */
  answers(): Promise<void>;
  /** Takes the window away, whatever its page says. */
  close(): void;
}

export interface BoardKeeperOptions<Shown extends BoardDisplay> {
  /** The displays there are, and which of them is the kiosk's. */
  displays(): { all: readonly Shown[]; primary: number };
  /** `second`: only beside the kiosk; `primary`: this machine is a board and nothing else. */
  place: 'second' | 'primary';
  /** Whether the machine is to show a board. */
  isWanted(): boolean;
  /** Opens it; `onGone` is told once if the page crashed, or somebody closed the window. */
  open(display: Shown, onGone: (how: 'crashed' | 'closed') => void): BoardWindowHandle;
  timers: Timers;
  log: Log;
}

/** Keeps the board of this machine where it belongs. */
export interface BoardKeeper {
  /** Something may have changed: a screen came or went, a setting. */
  look(): void;
  stop(): void;
}

/** The display a board belongs on: where it stands already, if that is right, else the first that is. Null: nowhere. */
export function boardDisplay<Shown extends BoardDisplay>(
  { all, primary }: { all: readonly Shown[]; primary: number },
  place: 'second' | 'primary',
  present: number | null,
): Shown | null {
  const right = all.filter(({ id }) => (id === primary) === (place === 'primary'));
  return right.find(({ id }) => id === present) ?? right[0] ?? null;
}

/** Opens the board's window while it is wanted and has a screen, moves it when screens change, and brings it back when its page dies. */
export function keepBoard<Shown extends BoardDisplay>(options: BoardKeeperOptions<Shown>): BoardKeeper {
  const { timers, log } = options;
  const budget = createRecoveryBudget();
  let shown: { handle: BoardWindowHandle; display: number; heardAt: number } | null = null;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let isClosedByHand = false;

  function close(): void {
    shown?.handle.close();
    shown = null;
  }
  function crashed(): void {
    close();
    if (budget.spend(timers.monotonic()) === 'relaunch') pausedUntil = timers.monotonic() + pauseMilliseconds;
    settle();
  }
  function open(display: Shown): void {
    const handle = options.open(display, (how) => {
      if (shown?.handle !== handle) return;
      if (how === 'crashed') {
        crashed();
        return;
      }
      shown = null;
      isClosedByHand = true;
    });
    shown = { handle, display: display.id, heardAt: timers.monotonic() };
  }
  function settle(): void {
    const display = options.isWanted() ? boardDisplay(options.displays(), options.place, shown?.display ?? null) : null;
    if (shown !== null && shown.display !== display?.id) close();
    if (display === null || shown !== null || isClosedByHand || timers.monotonic() < pausedUntil) return;
    open(display);
  }
  function listen(): void {
    const asked = shown;
    if (asked === null) return;
    if (timers.monotonic() - asked.heardAt > silenceMilliseconds) {
      log.error('page.hung', { kind: 'board' });
      crashed();
      return;
    }
    asked.handle.answers().then(
      () => {
        asked.heardAt = timers.monotonic();
      },
      // A page that is going away has nothing to say: it is heard no more, and that is noticed.
      () => undefined,
    );
  }
  let lookedAt = timers.monotonic();
  const stopLooking = timers.every(lookEveryMilliseconds, () => {
    const now = timers.monotonic();
    // This look itself came late: main stood still or the machine slept, and what the page has said meanwhile is not read yet.
    if (shown !== null && now - lookedAt > 2 * lookEveryMilliseconds) shown.heardAt = now;
    lookedAt = now;
    listen();
    settle();
  });
  settle();
  return {
    look() {
      // Whoever closed it and then asks for it again, or changes the screens, wants it.
      isClosedByHand = false;
      settle();
    },
    stop() {
      stopLooking();
      close();
    },
  };
}
