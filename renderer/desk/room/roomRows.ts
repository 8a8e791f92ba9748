import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';

/** What a clinician does with a patient, in the order the buttons stand. */
export type RoomAction = 'call' | 'quiet' | 'fetch' | 'cameIn' | 'again' | 'looked' | 'didNotAnswer' | 'cancel';
type Calling = DeskHead['calling'];

/** When they are booked with this clinician, as London wall time; null where nothing says. */
export function startFor(row: DeskRow, clinician: string): string | null {
  const arrived = row.appointments.filter(({ state }) => state === 'arrived');
  const own = arrived.filter((appointment) => appointment.clinician === clinician);
  const starts = (own.length > 0 ? own : arrived).map(({ start }) => start).sort();
  return starts[0] ?? null;
}

/** Who waits, by the time they are booked for; of two at the same time who was here first. */
export function waitingOf(rows: readonly DeskRow[], clinician: string): DeskRow[] {
  return rows
    .filter(({ stage }) => stage === 'waiting')
    .map((row) => ({ row, order: `${startFor(row, clinician) ?? '~'} ${row.since} ${row.visitId}` }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ row }) => row);
}

/** Who is called and not in yet, the latest call first; whoever the list says was sent in stands last. */
export function calledOf(rows: readonly DeskRow[]): DeskRow[] {
  const at = (row: DeskRow): string => (isCallOpen(row) ? (row.call?.lastAt ?? '') : '');
  return rows.filter(({ stage }) => stage === 'called').sort((one, other) => (at(one) < at(other) ? 1 : -1));
}

/**
 * Who is to be called next: whoever waits and was booked first. Somebody who said "this is not my appointment" is reception's first, and
 * whoever did not answer just now comes after everybody whose time has come.
 * @param wallTime London wall time `YYYY-MM-DDTHH:MM` of the machine.
 */
export function nextOf(rows: readonly DeskRow[], clinician: string, wallTime: string): DeskRow | null {
  const ready = waitingOf(rows, clinician).filter((row) => !row.appointments.some(({ state }) => state === 'disputed'));
  const [first] = ready;
  if (first === undefined) return null;
  const isDue = (row: DeskRow): boolean => (startFor(row, clinician) ?? wallTime) <= wallTime;
  const hasAnswered = (row: DeskRow): boolean => row.call?.outcome !== 'didNotAnswer';
  return ready.find((row) => isDue(row) && hasAnswered(row)) ?? ready.find(isDue) ?? ready.find(hasAnswered) ?? first;
}

/** What can be done with a patient now; what would only be refused is not there. */
export function roomActions(row: DeskRow, calling: Calling): RoomAction[] {
  if (row.stage === 'waiting') return callsOf(row, calling);
  if (row.stage !== 'called' || row.call === null || !isCallOpen(row)) return [];
  // Whoever may not have seen or heard it has not failed to answer (hazard: down as "did not attend" for being deaf).
  const mustLook = row.call.needsLook && row.call.lookedAt === null;
  return [
    'cameIn',
    ...(row.call.kind === 'fetch' ? [] : (['again'] as const)),
    mustLook ? 'looked' : 'didNotAnswer',
    'cancel',
  ];
}

/** Whoever cannot be expected to see or hear a board is fetched, and there is no button that would only call them. */
function callsOf({ isToFetch }: DeskRow, calling: Calling): RoomAction[] {
  if (calling === 'clinicalSystem') return [];
  return calling === 'staffFetch' || isToFetch ? ['fetch'] : ['call', 'quiet', 'fetch'];
}

function isCallOpen({ call }: DeskRow): boolean {
  return call?.outcome === 'open';
}
