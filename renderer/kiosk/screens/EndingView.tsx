import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import type { EndingScreen } from '../flow/state';
import { isGood } from '../flow/screens';
import { GoodEnding } from './GoodEnding';
import { OtherEnding } from './OtherEnding';
import type { Dispatch } from './screenProps';

interface EndingViewProps {
  screen: EndingScreen;
  snapshot: ReadySnapshot;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** How a visit ends. Green only when the patient is checked in; every other ending says that they are not (first promise). */
export function EndingView({ screen, snapshot, isCheckInOpen, dispatch }: EndingViewProps) {
  const { ending, canTryAgain } = screen;
  return isGood(ending) ? (
    <GoodEnding screen={screen} answer={ending} snapshot={snapshot} isCheckInOpen={isCheckInOpen} dispatch={dispatch} />
  ) : (
    <OtherEnding ending={ending} canTryAgain={canTryAgain} isCheckInOpen={isCheckInOpen} dispatch={dispatch} />
  );
}
