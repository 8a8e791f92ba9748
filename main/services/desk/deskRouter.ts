import { actionProcedures } from './actionProcedures';
import type { DeskActions } from './actions';
import { applicationsProcedures, type ApplicationsParts } from './applicationsProcedures';
import type { AuditParts } from './audit';
import { auditProcedures } from './auditProcedures';
import type { Boards } from './boards';
import { boardsProcedures } from './boardsProcedures';
import type { Calling } from './calling';
import { callingProcedures } from './callingProcedures';
import { deskProcedures } from './deskProcedures';
import { downtimeProcedures, type DowntimeParts } from './downtimeProcedures';
import type { FiguresReading } from './figures';
import { figuresProcedures } from './figuresProcedures';
import { listsProcedures, type ListsParts } from './listsProcedures';
import { machineProcedures, type MachineParts } from './machineProcedures';
import type { ProxyReviews } from './proxyReviews';
import { invitationsProcedures } from './invitationsProcedures';
import type { Invitations } from './invitations';
import type { Printing } from './printing';
import { printingProcedures } from './printingProcedures';
import { proxyReviewsProcedures } from './proxyReviewsProcedures';
import { readProcedures, type ReadProceduresParts } from './readProcedures';
import { sessionProcedures, type SessionProceduresParts } from './sessionProcedures';
import type { DeskSettingsParts } from './settings';
import { settingsProcedures } from './settingsProcedures';
import type { Slips } from './slips';
import { slipsProcedures } from './slipsProcedures';
import { staffProcedures } from './staffProcedures';
import { todayProcedures, type TodayParts } from './todayProcedures';

/** Everything the procedures of the desk work with; each takes its part. */
export type DeskParts = SessionProceduresParts &
  ReadProceduresParts &
  ListsParts &
  DeskSettingsParts &
  AuditParts &
  TodayParts &
  DowntimeParts &
  MachineParts &
  ApplicationsParts & {
    actions: DeskActions;
    calling: Calling;
    boards: Boards;
    proxyReviews: ProxyReviews;
    slips: Slips;
    printing: Printing;
    invitations: Invitations;
    figures: FiguresReading;
  };

/** One router for the desk's contract, whoever it is served to. */
export function createDeskRouter(parts: DeskParts) {
  const os = deskProcedures(parts.sessions, parts.log);
  const reading = readProcedures(os, parts);
  return os.router({
    session: sessionProcedures(os, parts),
    arrivals: { ...reading.arrivals, ...actionProcedures(os, parts) },
    worklist: reading.worklist,
    room: reading.room,
    calling: callingProcedures(os, parts),
    applications: applicationsProcedures(os, parts),
    proxyReviews: proxyReviewsProcedures(os, parts),
    slips: slipsProcedures(os, parts),
    printing: printingProcedures(os, parts),
    invitations: invitationsProcedures(os, parts),
    figures: figuresProcedures(os, parts),
    lists: listsProcedures(os, parts),
    settings: settingsProcedures(os, parts),
    staff: staffProcedures(os, parts),
    audit: auditProcedures(os, parts),
    today: todayProcedures(os, parts),
    downtime: downtimeProcedures(os, parts),
    machine: machineProcedures(os, parts),
    boards: boardsProcedures(os, parts),
  });
}
