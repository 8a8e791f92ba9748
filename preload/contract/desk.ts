import { applicationsContract, proxyReviewsContract } from './desk/applications';
import { arrivalsContract, callingContract, roomContract, worklistContract } from './desk/arrivals';
import { auditContract } from './desk/audit';
import { figuresContract } from './desk/figures';
import { listsContract } from './desk/lists';
import { boardsContract, machineContract } from './desk/machine';
import { invitationsContract, printingContract } from './desk/printing';
import { sessionContract } from './desk/session';
import { settingsContract } from './desk/settings';
import { slipsContract } from './desk/slips';
import { staffContract } from './desk/staff';
import { downtimeContract, todayContract } from './desk/today';

/** Everything a desk may ask; each procedure says whom it is for (`./desk/roles`). No patient-facing page is ever handed it. */
export const deskContract = {
  session: sessionContract,
  arrivals: arrivalsContract,
  worklist: worklistContract,
  calling: callingContract,
  room: roomContract,
  applications: applicationsContract,
  proxyReviews: proxyReviewsContract,
  slips: slipsContract,
  printing: printingContract,
  invitations: invitationsContract,
  figures: figuresContract,
  lists: listsContract,
  settings: settingsContract,
  staff: staffContract,
  audit: auditContract,
  today: todayContract,
  downtime: downtimeContract,
  machine: machineContract,
  boards: boardsContract,
};
export type DeskContract = typeof deskContract;
