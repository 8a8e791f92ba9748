import { Temporal } from 'temporal-polyfill';
import type { BoardCall } from '../../../preload/contract/board';
import { callStandsMilliseconds, mostCallsShown, speechOf, type Shown } from '../../domain/desk/board';
import { namedIn } from '../../domain/names';
import type { PracticeRules } from '../../domain/types';
import { boardCalls, type Call } from '../../store/calls';
import type { Reader } from '../../store/schema';
import type { Store } from '../../store/store';
import { visitById } from '../../store/visits';
import type { Clock, Settings, Speech } from '../ports';
import { shownOfVisit } from './callingFacts';

/** Sounds kept: those of the calls that a board can show, and a few before them. */
const soundsKept = 2 * mostCallsShown;

/** What boards show and say of calls. */
export interface BoardCalls {
  /** Newest first; nothing in it that is not shown. */
  read(): Promise<BoardCall[]>;
  /** A call that is shown, as words and, where this machine has a voice, as base64 of a WAV. Nulls for any other, and where boards do not speak. */
  speech(callId: string): Promise<{ wav: string | null; text: string | null }>;
}

export function createBoardCalls(parts: {
  store: Store;
  clock: Clock;
  settings: Settings;
  speech: Speech;
}): BoardCalls {
  const { store, clock, settings, speech } = parts;
  const sounds = new Map<string, Promise<string | null>>();
  const read = async (): Promise<BoardCall[]> => {
    const { day, epochMilliseconds } = clock.now();
    const since = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds - callStandsMilliseconds);
    const calls = await boardCalls(store.db, day, since.toString({ smallestUnit: 'millisecond' }));
    const rules = settings.rules();
    const shown: BoardCall[] = [];
    for (const call of calls) {
      const what = await shownOf(store.db, call, rules);
      if (what !== null) shown.push(toBoardCall(call, what, rules));
    }
    return shown.slice(0, mostCallsShown);
  };
  const soundOf = (text: string): Promise<string | null> => {
    const known = sounds.get(text);
    if (known !== undefined) return known;
    const sound = speech.speak(text).then((wav) => (wav === null ? null : Buffer.from(wav).toString('base64')));
    sounds.set(text, sound);
    const [oldest] = sounds.keys();
    if (sounds.size > soundsKept && oldest !== undefined) sounds.delete(oldest);
    // A voice that failed once may work the next time.
    void sound.then((wav) => {
      if (wav === null) sounds.delete(text);
    });
    return sound;
  };
  return {
    read,
    async speech(callId) {
      if (!settings.rules().isBoardSpoken) return { wav: null, text: null };
      const call = (await read()).find((one) => one.callId === callId);
      if (call === undefined) return { wav: null, text: null };
      const text = speechOf(call);
      return { wav: await soundOf(text), text };
    },
  };
}

async function shownOf(db: Reader, { visitId, ticket }: Call, rules: PracticeRules): Promise<Shown | null> {
  if (visitId === null) return ticket === null ? null : { shown: ticket, isTicket: true };
  const visit = await visitById(db, visitId);
  return visit === null ? null : shownOfVisit(db, visit, rules, ticket);
}

function toBoardCall(call: Call, { shown, isTicket }: Shown, rules: PracticeRules): BoardCall {
  const { id, room, calledAt, times } = call;
  return { callId: id, shown, isTicket, room, direction: namedIn(rules.roomDirections, room) ?? null, calledAt, times };
}
