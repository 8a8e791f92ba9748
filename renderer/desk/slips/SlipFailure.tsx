import { slipRefusalOf } from '../../text/desk/slips';
import { FailureNotice } from '../parts/FailureNotice';
import type { AskFailure } from '../parts/failure';

/** Why a slip was not made, or not sent to a printer. */
export function SlipFailure({ failure }: { failure: AskFailure | null }) {
  if (failure === null) return null;
  const said = slipRefusalOf(failure.code, failure.data);
  return <FailureNotice failure={failure} words={said === null ? {} : { [failure.code]: said }} />;
}
