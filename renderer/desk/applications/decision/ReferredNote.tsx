import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Say } from '../acting/Say';

/** While record access is with a clinician: until when, and what the patient is told. */
export function ReferredNote({ application }: { application: Pick<ApplicationDetail, 'decisions' | 'dueOn'> }) {
  const { decisions, dueOn } = application;
  if (decisions.record !== 'referred') return null;
  return (
    <div className="desk-application__referred">
      {dueOn === null ? null : <p>{words.dueBy(dueOn)}</p>}
      <Say title={words.sayReferredTitle} what={words.sayReferred} />
    </div>
  );
}
