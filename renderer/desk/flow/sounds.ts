import type { DeskAlert, WorklistItem } from '../../../preload/contract/desk/arrivals';
import type { Pulse } from '../../../preload/contract/desk/session';

/** What there is to be heard of. `groups` of alerts by name; null at a locked desk, which only knows how many alerts there are. */
export interface SoundFacts {
  help: number;
  alerts: number;
  groups: readonly string[] | null;
  overdue: number;
}

/** What has been sounded. Milliseconds on one rising clock. */
export interface SoundState {
  alerts: number;
  groups: readonly string[] | null;
  helpAt: number | null;
  overdueAt: number | null;
}

export type DeskSound = 'help' | 'alert' | 'overdue';

export const silentState: SoundState = { alerts: 0, groups: [], helpAt: null, overdueAt: null };

const helpEvery = 5_000;
const overdueEvery = 30_000;

/** What an open desk hears of. `now`: the machine's instant. */
export function factsOf(alerts: readonly DeskAlert[], worklist: readonly WorklistItem[], now: string): SoundFacts {
  return {
    help: alerts.filter(({ isUrgent }) => isUrgent).length,
    // Counted as for a locked desk: locking and unlocking are nothing new.
    alerts: alerts.reduce((sum, { alertIds }) => sum + alertIds.length, 0),
    groups: alerts.map(groupOf),
    overdue: worklist.filter((item) => isSounding(item, now)).length,
  };
}

/** What a locked desk hears of. */
export function factsOfPulse({ help, alerts, overdue }: Pulse): SoundFacts {
  return { help, alerts, groups: null, overdue };
}

/** Nobody has taken it and it has waited for too long. */
export function isSounding({ takenBy, soundsAt }: WorklistItem, now: string): boolean {
  return takenBy === null && now >= soundsAt;
}

/**
 * What sounds now: help every 5 seconds until acknowledged, whatever is muted; a new group of alerts once; arrivals not marked in the clinical
 * system every 30 seconds until taken. What stood there when the page was opened counts as new: somebody has to see it.
 */
export function nextSound(
  state: SoundState,
  facts: SoundFacts,
  now: number,
  isMuted: boolean,
): { state: SoundState; sound: DeskSound | null } {
  const isHelpDue = facts.help > 0 && isDue(state.helpAt, now, helpEvery);
  const isAlertNew = hasNew(state, facts);
  const isOverdueDue = facts.overdue > 0 && isDue(state.overdueAt, now, overdueEvery) && !isMuted;
  const next = {
    alerts: facts.alerts,
    groups: facts.groups,
    helpAt: facts.help === 0 ? null : isHelpDue ? now : state.helpAt,
    overdueAt: facts.overdue === 0 ? null : isOverdueDue ? now : state.overdueAt,
  };
  if (isHelpDue) return { state: next, sound: 'help' };
  if (isAlertNew && !isMuted && facts.help === 0) return { state: next, sound: 'alert' };
  return { state: next, sound: isOverdueDue ? 'overdue' : null };
}

/** A group is the same for as long as it holds one of its alerts: acknowledging part of it is nothing new. */
function groupOf({ alertIds, kind, visitId, since }: DeskAlert): string {
  return `${kind} ${visitId ?? alertIds[0] ?? since}`;
}

/** Where both know the groups, a new one; else more than there were. */
function hasNew({ groups: before, alerts: count }: SoundState, { groups: after, alerts }: SoundFacts): boolean {
  return before === null || after === null ? alerts > count : after.some((group) => !before.includes(group));
}

function isDue(last: number | null, now: number, every: number): boolean {
  return last === null || now - last >= every;
}
