import { codeStandsMilliseconds, foldCode, makeCode } from '../../domain/desk/board';
import type { Timers } from '../ports';

/** Boards that can wait to be paired at one time; a practice has a handful. */
const mostWaiting = 20;
/** A board that has not asked for its code for so long is not there any more: each asks four times a minute. */
const forgottenAfterMilliseconds = 60_000;

interface Waiting {
  code: string;
  madeAt: number;
  askedAt: number;
}

/** Codes of boards that wait to be paired, in memory only. */
export interface PairingCodes {
  /** What this board shows; another once a code has stood its time. Null: too many boards wait already. */
  codeFor(tokenHash: string): string | null;
  /** The board that shows this code now, as somebody typed it. */
  find(typed: string): string | null;
  drop(tokenHash: string): void;
}

/** @param random gives [0, 1), not to be foreseen. */
export function createPairingCodes({
  timers,
  random,
}: {
  timers: Pick<Timers, 'monotonic'>;
  random: () => number;
}): PairingCodes {
  const waiting = new Map<string, Waiting>();
  const isOver = ({ madeAt }: Waiting): boolean => timers.monotonic() - madeAt >= codeStandsMilliseconds;
  const freeCode = (): string => {
    for (;;) {
      const code = makeCode(random);
      if (![...waiting.values()].some((one) => one.code === code)) return code;
    }
  };
  const forgetGone = (): void => {
    for (const [hash, { askedAt }] of waiting) {
      if (timers.monotonic() - askedAt > forgottenAfterMilliseconds) waiting.delete(hash);
    }
  };
  return {
    codeFor(tokenHash) {
      const now = timers.monotonic();
      const known = waiting.get(tokenHash);
      if (known !== undefined && !isOver(known)) {
        known.askedAt = now;
        return known.code;
      }
      forgetGone();
      if (known === undefined && waiting.size >= mostWaiting) return null;
      const code = freeCode();
      waiting.set(tokenHash, { code, madeAt: now, askedAt: now });
      return code;
    },
    find(typed) {
      const code = foldCode(typed);
      const found = [...waiting].find(([, one]) => one.code === code && !isOver(one));
      return found?.[0] ?? null;
    },
    drop(tokenHash) {
      waiting.delete(tokenHash);
    },
  };
}
