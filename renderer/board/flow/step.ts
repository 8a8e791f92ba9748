import { Temporal } from 'temporal-polyfill';
import type { BoardCall, BoardSnapshot } from '../../../preload/contract/board';
import type { BoardEvent, BoardState, Filling, KnownCall, Milliseconds } from './state';
import { boardTimes } from './times';

type Picture = Extract<BoardSnapshot, { kind: 'showing' }>;

/** The next state of the board. Total: every state answers every event, and time never runs back. */
export function step(state: BoardState, event: BoardEvent): BoardState {
  const timed = { ...state, now: Math.max(state.now, event.now) };
  switch (event.type) {
    case 'heard':
      return settle(hear(timed, event.snapshot));
    case 'ticked':
      return settle(timed);
    case 'sounded':
      return settle(markSounded(timed, event.callId, event.times));
  }
}

/** Takes a picture in: what is new, or called again, is to fill the screen. */
function hear(state: BoardState, snapshot: BoardSnapshot): BoardState {
  const { now } = state;
  if (snapshot.kind === 'unpaired') {
    return { now, picture: snapshot, heardAt: now, known: {}, filling: null, waiting: [] };
  }
  const isFirst = state.picture?.kind !== 'showing';
  const isNews = (call: BoardCall): boolean => call.times > (state.known[call.callId]?.times ?? 0);
  const entries = snapshot.calls.map((call): [string, KnownCall] => [
    call.callId,
    (isNews(call) ? null : state.known[call.callId]) ?? { times: call.times, since: calledAt(call, snapshot, now) },
  ]);
  // Newest first in the picture; whoever was called first is announced first.
  const news = snapshot.calls
    .filter((call) => isNews(call) && !(isFirst && ageOf(call, snapshot) > boardTimes.announcedBefore))
    .map(({ callId }) => callId)
    .reverse();
  const told = { ...state, picture: snapshot, heardAt: now, known: Object.fromEntries(entries) };
  return announce(told, news);
}

/** Puts `news` behind whoever waits already; the one that fills the screen begins anew if nobody else waits. */
function announce(state: BoardState, news: readonly string[]): BoardState {
  const waiting = [...state.waiting, ...news.filter((callId) => !state.waiting.includes(callId))];
  const { filling } = state;
  const isAgain = filling !== null && waiting.length === 1 && waiting[0] === filling.callId;
  return isAgain ? { ...state, filling: null, waiting } : { ...state, waiting };
}

/** Lets go what is over and lets the next call fill the screen. */
function settle(state: BoardState): BoardState {
  if (state.picture?.kind !== 'showing') return state;
  const calls = state.picture.calls.filter(({ callId }) => isListed(state, callId));
  const picture = calls.length === state.picture.calls.length ? state.picture : { ...state.picture, calls };
  const isThere = (callId: string): boolean => calls.some((call) => call.callId === callId);
  const waiting = state.waiting.filter(isThere);
  const { filling } = state;
  if (filling !== null && isThere(filling.callId) && !isOver(filling, waiting.length, state.now)) {
    return { ...state, picture, waiting };
  }
  const [next, ...rest] = waiting;
  return { ...state, picture, filling: next === undefined ? null : fill(state, next), waiting: rest };
}

function fill({ known, now }: BoardState, callId: string): Filling {
  return { callId, times: known[callId]?.times ?? 1, since: now, isSounded: false };
}

function isOver({ since, isSounded }: Filling, waiting: number, now: Milliseconds): boolean {
  const filled = now - since;
  // With others waiting it goes once it was heard out.
  return filled >= boardTimes.fills || (waiting > 0 && isSounded && filled >= boardTimes.fillsAtLeast);
}

function isListed({ known, now }: BoardState, callId: string): boolean {
  const call = known[callId];
  return call !== undefined && now - call.since < boardTimes.listed;
}

function markSounded(state: BoardState, callId: string, times: number): BoardState {
  const { filling } = state;
  if (filling === null || filling.callId !== callId || filling.times !== times) return state;
  return { ...state, filling: { ...filling, isSounded: true } };
}

/** When it was called by this page's time. Of one that was called again nobody says when: not before it is heard of. */
function calledAt(call: BoardCall, picture: Picture, now: Milliseconds): Milliseconds {
  return call.times > 1 ? now : now - ageOf(call, picture);
}

/** Milliseconds from its first call to the picture. */
function ageOf(call: BoardCall, picture: Picture): number {
  return Math.max(0, epochOf(picture.at) - epochOf(call.calledAt));
}

/** Milliseconds since 1970 of a UTC instant. */
export function epochOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
