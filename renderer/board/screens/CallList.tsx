import type { BoardCall } from '../../../preload/contract/board';
import { boardWords } from '../../text/board';
import { FitText } from './FitText';

/** As many stand below each other at full size; more than that are shown side by side. */
const mostInOneColumn = 5;
/** Up to so many are shown larger. */
const few = 3;

/** Who was called in the last minutes, newest first: all of them, and none cut short. */
export function CallList({ calls }: { calls: readonly BoardCall[] }) {
  const size = calls.length > mostInOneColumn ? ' calls--long' : calls.length <= few ? ' calls--few' : '';
  const hasNames = calls.some(({ isTicket }) => !isTicket);
  return (
    <ul className={`calls${size}${hasNames ? ' calls--names' : ''}`} aria-label={boardWords.called}>
      {calls.map((call) => (
        <li className="calls__entry" key={call.callId}>
          <FitText className="calls__shown" isWhole={call.isTicket}>
            {call.shown}
          </FitText>
          <div className={`calls__where${call.direction === null ? '' : ' calls__where--way'}`}>
            <FitText className="calls__room">{call.room ?? boardWords.calledNow}</FitText>
            {call.direction === null ? null : <FitText className="calls__direction">{call.direction}</FitText>}
          </div>
        </li>
      ))}
    </ul>
  );
}
