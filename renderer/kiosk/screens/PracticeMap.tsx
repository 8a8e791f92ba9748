import { useState } from 'react';
import type { practiceMapPath } from '../../../preload/contract/kiosk';

/** Written out, and held to the contract's by its type: importing the value would bring the contract's library with it. */
const path: typeof practiceMapPath = '/practice/map';

/** The practice's own picture of where to go. Where it cannot be shown, its words stand in for it. */
export function PracticeMap({ words }: { words: string }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className="map">
      {isBroken ? (
        <p className="map__words">{words}</p>
      ) : (
        <img className="map__picture" src={path} alt={words} onError={() => setBroken(true)} />
      )}
    </div>
  );
}
