import { actRefusalOf } from '../../../text/desk/applicationsRefusals';
import { failureWords } from '../../../text/desk/frame';
import type { AskFailure } from '../../parts/failure';
import { Notice } from '../../parts/Notice';
import { isOfSession } from '../../parts/session';

/** Why an act was not done: who was quicker, or why not now. */
export function Refused({ failure }: { failure: AskFailure | null }) {
  if (failure === null || isOfSession(failure.code)) return null;
  const refusal = actRefusalOf(failure.code, failure.data);
  return <Notice kind={refusal === null ? 'error' : 'warning'}>{refusal ?? failureWords(failure.code)}</Notice>;
}
