import { failureWords } from '../../text/desk/frame';
import { Notice } from './Notice';
import type { AskFailure } from './failure';
import { isOfSession } from './session';

interface FailureNoticeProps {
  failure: AskFailure | null;
  /** Words for the codes this call can be refused with; the general ones are known here. */
  words?: Readonly<Record<string, string>> | undefined;
}

/** Says why a call failed. Nothing for a session that is locked or signed out: the frame says that. */
export function FailureNotice({ failure, words = {} }: FailureNoticeProps) {
  if (failure === null || isOfSession(failure.code)) return null;
  return <Notice kind="error">{words[failure.code] ?? failureWords(failure.code)}</Notice>;
}
