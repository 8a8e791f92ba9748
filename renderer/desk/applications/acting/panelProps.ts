import type { ApplicationDetail, ApplicationsSnapshot } from '../../../../preload/contract/desk/applications';
import type { Who } from '../../../../preload/contract/desk/session';
import type { DeskClient } from '../../deskClient';
import type { AskFailure } from '../../parts/failure';
import type { HandsOn } from './useHandsOn';

/** What every panel of the page of one application is given. */
export interface PanelProps {
  application: ApplicationDetail;
  client: DeskClient;
  who: Who;
  /** How long somebody has been at work since the last act. */
  handsOn: HandsOn;
  /** Something was done: the page asks for the application anew. */
  onDone: () => void;
  /** Acts are under way, or over: meanwhile what the queue says of this application is our own doing. */
  onActing?: ((isActing: boolean) => void) | undefined;
  /** It was refused, and why: the page says so above the panels, and looks how things stand now. */
  onRefused?: ((failure: AskFailure) => void) | undefined;
}

/** What the practice's settings say that staff go by. */
export type Offers = ApplicationsSnapshot['offers'];
