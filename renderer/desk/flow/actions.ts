import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';

/** What staff can do with a row in one click, in the order the buttons stand. */
export type RowAction =
  | 'call'
  | 'quiet'
  | 'fetch'
  | 'cameIn'
  | 'again'
  | 'looked'
  | 'didNotAnswer'
  | 'checkIn'
  | 'lookedAfter'
  | 'theirs'
  | 'notTheirs'
  | 'seen'
  | 'mark'
  | 'left'
  | 'waitAgain'
  | 'cancel';

/** What needs a word more, or is rare: it stands after the others. */
export type RowExtra = 'note' | 'flag' | 'unflag' | 'move' | 'undo';

type Calling = DeskHead['calling'];

/** What can be done with this row now. A button that would only be refused is not there. */
export function actionsOf(row: DeskRow, calling: Calling): RowAction[] {
  return [...stageActions(row, calling), ...disputeActions(row), ...markActions(row)].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
}

/** The one thing that usually comes next, for the button that is there without opening the row; null where nothing stands out. */
export function nextAction(row: DeskRow, calling: Calling): RowAction | null {
  const [first] = actionsOf(row, calling);
  return first !== undefined && nextOnes.includes(first) ? first : null;
}

/** What else there is for this row. */
export function extrasOf(row: DeskRow): RowExtra[] {
  const extras: RowExtra[] = ['note', row.isFlagged ? 'unflag' : 'flag'];
  if (row.stage !== 'done' && movable(row).length > 0) extras.push('move');
  if (undoable(row).length > 0) extras.push('undo');
  return extras;
}

/** Arrivals that can be moved to another clinician. */
export function movable(row: DeskRow): { arrivalId: string; place: number }[] {
  return arrivalsOf(row, (state) => state === 'arrived');
}

/** Arrivals that can be taken back. */
export function undoable(row: DeskRow): { arrivalId: string; place: number }[] {
  return arrivalsOf(row, (state) => state !== 'notArrived');
}

/** Arrivals that are not marked in the clinical system. */
export function unmarkedOf(row: DeskRow): string[] {
  return row.appointments.flatMap(({ arrivalId, state, isMarked }) =>
    arrivalId !== null && state === 'arrived' && !isMarked ? [arrivalId] : [],
  );
}

/** Rows of the list that whoever is here can be checked in to by hand; a cancelled one only if there is nothing else. */
export function openAppointments(row: DeskRow): number[] {
  const open = row.appointments.filter(({ state, appointmentId }) => state === 'notArrived' && appointmentId !== null);
  const held = open.filter(({ listed }) => listed !== 'cancelled' && listed !== 'didNotAttend');
  return (held.length > 0 ? held : open).flatMap(({ appointmentId }) =>
    appointmentId === null ? [] : [appointmentId],
  );
}

const order: readonly RowAction[] = [
  'call',
  'cameIn',
  'again',
  'theirs',
  'notTheirs',
  'checkIn',
  'lookedAfter',
  'quiet',
  'fetch',
  'looked',
  'didNotAnswer',
  'seen',
  'mark',
  'left',
  'waitAgain',
  'cancel',
];
const nextOnes: readonly RowAction[] = ['call', 'fetch', 'cameIn', 'checkIn', 'lookedAfter'];

function stageActions(row: DeskRow, calling: Calling): RowAction[] {
  switch (row.stage) {
    case 'waiting':
      return [...callsOf(row, calling), 'seen', 'left'];
    case 'called':
      return row.call?.outcome === 'open' ? calledActions(row.call) : ['seen', 'left'];
    case 'notCheckedIn':
      return openAppointments(row).length > 0 ? ['checkIn', 'lookedAfter'] : ['lookedAfter'];
    case 'done':
      return row.doneAs === 'finishedByList' ? [] : ['waitAgain'];
  }
}

/** Whoever cannot see or hear a board is never only called (hazard: nobody comes, and they are put down as not having answered). */
function callsOf({ isToFetch }: DeskRow, calling: Calling): RowAction[] {
  if (calling === 'clinicalSystem') return [];
  return calling === 'staffFetch' || isToFetch ? ['fetch'] : ['call', 'quiet', 'fetch'];
}

function calledActions(call: NonNullable<DeskRow['call']>): RowAction[] {
  const mustLook = call.needsLook && call.lookedAt === null;
  return [
    'cameIn',
    ...(call.kind === 'fetch' ? [] : (['again'] as const)),
    mustLook ? 'looked' : 'didNotAnswer',
    'left',
    'cancel',
  ];
}

function disputeActions(row: DeskRow): RowAction[] {
  return row.appointments.some(({ state }) => state === 'disputed') ? ['theirs', 'notTheirs'] : [];
}

function markActions(row: DeskRow): RowAction[] {
  return unmarkedOf(row).length > 0 ? ['mark'] : [];
}

function arrivalsOf(row: DeskRow, fits: (state: 'arrived' | 'disputed' | 'notArrived') => boolean) {
  return row.appointments.flatMap(({ arrivalId, state }, place) =>
    arrivalId !== null && fits(state) ? [{ arrivalId, place }] : [],
  );
}
