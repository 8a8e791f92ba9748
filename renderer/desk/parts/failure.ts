import { ORPCError } from '@orpc/client';

/**
 * Why a call came to nothing, as data. `code`: an error code of the contract; `LOST` when the machine cannot be reached, so that nobody knows
 * whether it was done; `INTERNAL` when it went wrong there. `data`: what the contract gives with the code, else undefined.
 */
export interface AskFailure {
  code: string;
  data: unknown;
}

/** Reads what a call has thrown. */
export function failureOf(error: unknown): AskFailure {
  if (!(error instanceof ORPCError)) return { code: 'LOST', data: undefined };
  if (!error.defined) return { code: 'INTERNAL', data: undefined };
  return { code: String(error.code), data: error.data };
}
