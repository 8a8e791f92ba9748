import { onTestFinished } from 'vitest';
import type { BoardSnapshot } from '../../../../preload/contract/board';
import type { ListedAppointment, PracticeRules, Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { createBoardLive } from '../../../../main/services/desk/boardLive';
import { createBoards } from '../../../../main/services/desk/boards';
import { createBoardCalls } from '../../../../main/services/desk/boardsCalls';
import { createCalling } from '../../../../main/services/desk/calling';
import { createSoundTests } from '../../../../main/services/soundTests';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { clinician, openDesk } from './support';

/** A machine with a voice that says how often it was asked; `fail` takes it away. */
export function createFakeSpeech() {
  const said: string[] = [];
  let hasVoice = true;
  return {
    said,
    fail: () => (hasVoice = false),
    speak(text: string) {
      said.push(text);
      return Promise.resolve(hasVoice ? new TextEncoder().encode(`WAV ${text}`) : null);
    },
  };
}

/** A board's side of the wire. */
export function boardContext(from = '192.168.1.20', token: string | null = null) {
  const kept: (string | null)[] = [];
  return {
    kept,
    token,
    from,
    keepToken(next: string | null) {
      kept.push(next);
    },
  };
}

/** A practice that calls from here, with its boards. */
export async function openBoards(rows: readonly ListedAppointment[] = [], rules: Partial<PracticeRules> = {}) {
  const desk = await openDesk({
    rows,
    rules: {
      calling: 'here',
      places: { [clinician]: { waitingArea: null, room: 'Room 4' } },
      roomDirections: { 'room 4': 'Left at the lift' },
      ...rules,
    },
    now: '2026-11-23T10:00',
  });
  let chance = 0;
  const parts = {
    ...desk,
    speech: createFakeSpeech(),
    soundTests: createSoundTests(desk.changes),
    random: () => (chance = (chance + 0.377) % 1),
    nextRevision: (() => {
      let revision = 0;
      return () => (revision += 1);
    })(),
  };
  const boards = createBoards(parts);
  const calls = createBoardCalls(parts);
  const live = createBoardLive({ ...parts, boards, calls });
  const calling = createCalling(parts);
  /** Opens a stream; ends with the test. */
  const watch = (context = boardContext('kiosk')) => {
    const gone = new AbortController();
    const stream = live(context, gone.signal);
    onTestFinished(() => gone.abort());
    const next = async (): Promise<BoardSnapshot> => {
      const { value, done } = await stream.next();
      if (done === true) throw new Error('The stream has ended');
      return value;
    };
    return { context, next, leave: () => (gone.abort(), stream.next()) };
  };
  const keyOf = async ({ id }: Pick<Visit, 'id'>) => ({
    visitId: id,
    version: (await deskVisitOf(desk.store.db, id)).version,
  });
  const call = async (visit: Visit, kind: 'call' | 'quiet' | 'fetch' = 'call') => {
    const made = await calling.call(desk.jo, { ...(await keyOf(visit)), kind, room: null });
    if (made.kind !== 'called') throw new Error(JSON.stringify(made));
    return made.callId;
  };
  return { ...parts, boards, calls, live, calling, actions: createActions(desk), watch, keyOf, call };
}

/** The calls that a board shows. Fails the test where it shows none at all. */
export function callsOf(snapshot: BoardSnapshot) {
  if (snapshot.kind !== 'showing') throw new Error('The board is not paired');
  return snapshot.calls;
}

/** The code that a board shows. Fails the test where it is paired. */
export function codeOf(snapshot: BoardSnapshot): string {
  if (snapshot.kind !== 'unpaired') throw new Error('The board is paired');
  return snapshot.code;
}
