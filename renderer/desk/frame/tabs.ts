import type { ComponentType } from 'react';
import type { Role } from '../../../preload/contract/desk/roles';
import { frameWords } from '../../text/desk/frame';
import { ApplicationsTab } from '../applications/ApplicationsTab';
import { ArrivalsTab } from '../arrivals/ArrivalsTab';
import { AuditTab } from '../audit/AuditTab';
import { FiguresTab } from '../figures/FiguresTab';
import { ListsTab } from '../lists/ListsTab';
import { MachineTab } from '../machine/MachineTab';
import { RoomTab } from '../room/RoomTab';
import { SettingsTab } from '../settings/SettingsTab';
import { SlipsTab } from '../slips/SlipsTab';
import { StaffTab } from '../staff/StaffTab';
import type { TabProps } from '../tabProps';
import { TodayTab } from '../today/TodayTab';

export interface DeskTab {
  id: string;
  name: string;
  /** Whoever holds one of these roles is shown it; the machine checks every call by itself. */
  isFor: readonly Role[];
  Tab: ComponentType<TabProps>;
  /** Once it was looked at, stays as it was left while another tab is looked at. */
  isKept?: boolean;
}

const { tabNames } = frameWords;

/** Every tab of the desk, in the order they stand. A new one is a line here. */
export const deskTabs: readonly DeskTab[] = [
  { id: 'arrivals', name: tabNames.arrivals, isFor: ['receptionist'], Tab: ArrivalsTab, isKept: true },
  { id: 'room', name: tabNames.room, isFor: ['clinician'], Tab: RoomTab },
  {
    id: 'applications',
    name: tabNames.applications,
    isFor: ['receptionist', 'verifier', 'authoriser', 'accountCreator', 'clinicalReviewer', 'manager'],
    Tab: ApplicationsTab,
    isKept: true,
  },
  {
    id: 'slips',
    name: tabNames.slips,
    isFor: ['accountCreator', 'receptionist', 'manager'],
    Tab: SlipsTab,
  },
  { id: 'lists', name: tabNames.lists, isFor: ['receptionist', 'manager'], Tab: ListsTab, isKept: true },
  { id: 'today', name: tabNames.today, isFor: ['receptionist', 'manager'], Tab: TodayTab },
  { id: 'figures', name: tabNames.figures, isFor: ['receptionist', 'authoriser', 'manager'], Tab: FiguresTab },
  { id: 'staff', name: tabNames.staff, isFor: ['manager'], Tab: StaffTab },
  { id: 'audit', name: tabNames.audit, isFor: ['manager'], Tab: AuditTab },
  { id: 'settings', name: tabNames.settings, isFor: ['manager'], Tab: SettingsTab, isKept: true },
  { id: 'machine', name: tabNames.machine, isFor: ['receptionist', 'manager'], Tab: MachineTab },
];

/** The tabs of somebody with these roles. */
export function tabsFor(roles: readonly Role[]): readonly DeskTab[] {
  return deskTabs.filter(({ isFor }) => isFor.some((role) => roles.includes(role)));
}
