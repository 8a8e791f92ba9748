import type { BoardCall } from '../../../preload/contract/board';
import { boardWords } from '../../text/board';
import { FitText } from './FitText';

/** Who is called, and where to: as large as the screen allows, with a slow pulse for whoever looks elsewhere. */
export function FullCall({ call }: { call: BoardCall }) {
  const { shown, isTicket, room, direction } = call;
  return (
    // Called again, it begins to pulse again.
    <div className="fullCall" key={`${call.callId} ${String(call.times)}`}>
      <p className="fullCall__label">{boardWords.calledNow}</p>
      <FitText className={`fullCall__shown${isTicket ? ' fullCall__shown--ticket' : ''}`} isWhole={isTicket}>
        {shown}
      </FitText>
      {room === null ? null : <FitText className="fullCall__room">{room}</FitText>}
      {direction === null ? null : <FitText className="fullCall__direction">{direction}</FitText>}
    </div>
  );
}
