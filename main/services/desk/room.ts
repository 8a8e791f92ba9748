import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { wallTimeSchema, type WallTime } from '../../../preload/contract/rules/dates';
import { foldLabel } from '../../domain/names';
import { modeOf } from '../../domain/marking';
import { minute, nowAt } from '../../domain/time';
import type { PracticeRules } from '../../domain/types';
import { liveSnapshots, type Revised } from '../live';
import type { Changes, Clock, Settings } from '../ports';
import type { Caller } from './caller';
import type { DeskReading, DeskState } from './deskState';

/** The page of one room: a clinician's patients of today who are here, and nothing else. */
export interface RoomState {
  clinician: string;
  room: string | null;
  calling: DeskHead['calling'];
  at: string;
  rows: DeskRow[];
  toCome: number;
}

export interface Room {
  /** Whose rooms this caller may open. */
  clinicians(caller: Caller): Promise<DeskHead['clinicians']>;
  /** The room of `clinician`, live; of a clinician always their own, whatever they ask for. */
  live(
    caller: Caller,
    clinician: string,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Revised<RoomState>, void, void>;
}

export function createRoom(parts: {
  state: Pick<DeskState, 'read'>;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  nextRevision: () => number;
}): Room {
  const { state, clock, changes, settings, nextRevision } = parts;
  return {
    async clinicians(caller) {
      const { head } = await state.read();
      const { clinicians } = head;
      const own = ownRoom(caller);
      if (own === null) return clinicians;
      const isOwn = sameAs(own);
      const listed = clinicians.filter(({ name }) => isOwn(name));
      return listed.length > 0 || own === '' ? listed : [{ name: own, room: null }];
    },
    live(caller, clinician, signal) {
      const asked = ownRoom(caller) ?? clinician;
      // The time of a reading is told with it, but is no change by itself.
      let told: { text: string; at: string } | null = null;
      const read = async (): Promise<RoomState> => {
        const found = roomOf(await state.read(), asked, settings.rules(), clock);
        const text = JSON.stringify(found);
        if (told?.text !== text) told = { text, at: clock.instant() };
        return { ...found, at: told.at };
      };
      return liveSnapshots({
        read,
        changes,
        topics: ['visits', 'calls', 'list', 'rules', 'clock', 'staff', 'alerts'],
        nextRevision,
        signal,
      });
    },
  };
}

/** Whose room a caller is held to: who acts as a clinician only their own (empty: their account names none). Null: any. */
function ownRoom({ role, clinician }: Caller): string | null {
  return role === 'clinician' ? (clinician ?? '') : null;
}

function roomOf(
  { rows, awaited, head, roster }: DeskReading,
  asked: string,
  rules: PracticeRules,
  clock: Clock,
): Omit<RoomState, 'at'> {
  const isAsked = sameAs(asked);
  const known = head.clinicians.find(({ name }) => isAsked(name));
  const clinician = known?.name ?? asked;
  const mine = [...rows.values()].flatMap((row): DeskRow[] => {
    const ids = awaited.get(row.visitId) ?? [];
    const isMine = row.appointments.some(
      (one) => one.arrivalId !== null && ids.includes(one.arrivalId) && isAsked(one.clinician),
    );
    // What else a patient is here for is not this room's business.
    return isMine ? [{ ...row, appointments: row.appointments.filter((one) => isAsked(one.clinician)) }] : [];
  });
  const here = new Set(
    [...rows.values()].flatMap((row) =>
      row.appointments.flatMap(({ arrivalId, appointmentId }) => (arrivalId === null ? [] : (appointmentId ?? []))),
    ),
  );
  const from = wallTimeAt(clock.now().epochMilliseconds - rules.lateLimitMinutes * minute);
  return {
    clinician,
    room: known?.room ?? null,
    calling: rules.calling,
    rows: [...mine.filter(({ stage }) => stage === 'waiting'), ...mine.filter(({ stage }) => stage === 'called')],
    toCome: (roster.byClinician.get(foldLabel(asked)) ?? []).filter(
      (row) => row.status === 'booked' && row.start >= from && modeOf(row, rules) === 'inPerson' && !here.has(row.id),
    ).length,
  };
}

function wallTimeAt(epochMilliseconds: number): WallTime {
  const { day, time } = nowAt(epochMilliseconds);
  return wallTimeSchema.parse(`${day}T${time}`);
}

/** Whether a name is `asked`, as people read names; each spelling is folded once. An empty name is nobody's. */
function sameAs(asked: string): (name: string) => boolean {
  const label = foldLabel(asked);
  const known = new Map<string, boolean>();
  return (name) => {
    const kept = known.get(name) ?? (label !== '' && foldLabel(name) === label);
    known.set(name, kept);
    return kept;
  };
}
