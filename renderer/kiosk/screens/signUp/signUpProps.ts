import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import type { SignUpScreen } from '../../flow/signUp/state';
import type { Dispatch } from '../screenProps';

/** What every page of an application is drawn from. */
export interface SignUpPageProps {
  screen: SignUpScreen;
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}
