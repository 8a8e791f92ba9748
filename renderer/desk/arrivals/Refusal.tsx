import { refusalOf } from '../../text/desk/arrivals';
import { failureWords } from '../../text/desk/frame';
import { Notice } from '../parts/Notice';
import type { AskFailure } from '../parts/useAsk';
import { isOfSession } from '../parts/session';

/** Why an action on a row was not done: who was quicker and when, or why not now. */
export function Refusal({ failure }: { failure: AskFailure | null }) {
  if (failure === null || isOfSession(failure.code)) return null;
  const refusal = refusalOf(failure.code, failure.data);
  return <Notice kind={refusal === null ? 'error' : 'warning'}>{refusal ?? failureWords(failure.code)}</Notice>;
}
