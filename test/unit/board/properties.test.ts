import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardCall } from '../../../preload/contract/board';
import { soundOf } from '../../../renderer/board/flow/sounds';
import { boardAt, type BoardEvent, type BoardState } from '../../../renderer/board/flow/state';
import { step } from '../../../renderer/board/flow/step';
import { viewOf } from '../../../renderer/board/flow/view';
import { call, instantAt, showing, unpaired } from './support';

const fiveMinutes = 5 * 60_000;
const soundMilliseconds = 1_500;

/** What a practice does, and how long it takes until it does it. */
interface Happening {
  after: number;
  what: 'call' | 'again' | 'answer' | 'repeat' | 'revoke' | 'nothing' | 'sleep';
  which: number;
}

const happenings = fc.array(
  fc.record<Happening>({
    // Mornings come in bursts.
    after: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 20_000 }) }),
    what: fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom<Happening['what']>(
          'call',
          'call',
          'call',
          'again',
          'again',
          'answer',
          'repeat',
          'nothing',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom<Happening['what']>('revoke', 'sleep') },
    ),
    which: fc.nat({ max: 11 }),
  }),
  { maxLength: 40 },
);

/** A machine that keeps its calls as the real one does: newest first, twelve at most, five minutes each from their latest call. */
function practice() {
  let calls: { call: BoardCall; last: number }[] = [];
  let made = 0;
  const tidy = (now: number): void => {
    calls = calls.filter(({ last }) => now - last < fiveMinutes).slice(0, 12);
  };
  return {
    event(one: Happening, now: number): BoardEvent {
      const chosen = calls[one.which % Math.max(1, calls.length)];
      if (one.what === 'call') calls = [{ call: call((made += 1), now), last: now }, ...calls];
      if (one.what === 'again' && chosen !== undefined) {
        chosen.call = { ...chosen.call, times: chosen.call.times + 1 };
        chosen.last = now;
      }
      if (one.what === 'answer') calls = calls.filter((other) => other !== chosen);
      tidy(now);
      if (one.what === 'nothing' || one.what === 'sleep') return { type: 'ticked', now };
      if (one.what === 'revoke') return { type: 'heard', snapshot: unpaired, now };
      return {
        type: 'heard',
        snapshot: showing(
          now,
          calls.map((each) => each.call),
        ),
        now,
      };
    },
  };
}

/** Every event, with the ticks of the page between them, and what the board was before and after each. */
function* walk(list: readonly Happening[]): Generator<{ previous: BoardState; state: BoardState; event: BoardEvent }> {
  const machine = practice();
  let state = boardAt(0);
  let now = 0;
  function* take(event: BoardEvent) {
    const previous = state;
    state = step(previous, event);
    yield { previous, state, event };
  }
  for (const one of [
    ...list,
    ...Array.from({ length: 10 }, () => ({ after: 20_000, what: 'nothing', which: 0 }) as const),
  ]) {
    const next = now + one.after * (one.what === 'sleep' ? 30 : 1);
    // Asleep, a page has no ticks.
    if (one.what !== 'sleep') {
      for (; now < next; now += 500) {
        yield* take({ type: 'ticked', now });
        const { filling } = state;
        if (filling === null || filling.isSounded || now - filling.since < soundMilliseconds) continue;
        yield* take({ type: 'sounded', callId: filling.callId, times: filling.times, now });
      }
    }
    now = next;
    yield* take(machine.event(one, now));
  }
}

describe('whatever happens, the board', () => {
  test('shows only calls of the latest picture, and none for more than five minutes after it was called last', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        let latest: BoardEvent | null = null;
        const called = new Map<string, { times: number; at: number }>();
        for (const { previous, state, event } of walk(list)) {
          if (event.type === 'heard') {
            latest = event;
            // A page that begins cannot know when something was called again.
            if (previous.picture?.kind !== 'showing') called.clear();
            const there = event.snapshot.kind === 'showing' ? event.snapshot.calls : [];
            for (const { callId, times, calledAt } of there) {
              const known = called.get(callId);
              const at = times === 1 ? Date.parse(calledAt) - Date.parse(instantAt(0)) : event.now;
              if (known === undefined || known.times < times) called.set(callId, { times, at });
            }
          }
          const view = viewOf(state);
          const shown =
            view.kind === 'showing' ? [...view.calls, ...(view.filling === null ? [] : [view.filling])] : [];
          const told = latest?.snapshot.kind === 'showing' ? latest.snapshot.calls : [];
          for (const one of shown) {
            expect(told).toContainEqual(one);
            expect(state.now - (called.get(one.callId)?.at ?? Number.NEGATIVE_INFINITY)).toBeLessThan(fiveMinutes);
          }
          // Nothing is held that is not shown, or only waits to be.
          const texts = JSON.stringify(state).match(/A\d\d+/g) ?? [];
          expect(new Set(texts)).toEqual(new Set(shown.map((one) => one.shown)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('announces every call and every repeated call that is not taken back first, each with its sound and at least four seconds', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const due = new Map<string, number>();
        let began: { callId: string; at: number } | null = null;
        let wasPaired = false;
        let sleptAt = Number.NEGATIVE_INFINITY;
        for (const { previous, state, event } of walk(list)) {
          if (event.type === 'heard') {
            const there = event.snapshot.kind === 'showing' ? event.snapshot.calls : [];
            const before = previous.picture?.kind === 'showing' ? previous.known : {};
            // What is announced at the very first picture is another rule.
            if (wasPaired)
              for (const { callId, times } of there)
                if (times > (before[callId]?.times ?? 0)) due.set(callId, state.now);
            for (const callId of due.keys()) if (!there.some((one) => one.callId === callId)) due.delete(callId);
            wasPaired = event.snapshot.kind === 'showing';
          }
          if (state.now - previous.now > 1_000) sleptAt = state.now;
          const sound = soundOf(previous, state);
          const fresh = state.filling?.since === state.now && state.filling !== previous.filling;
          expect(sound?.kind === 'call').toBe(fresh);
          if (fresh && state.filling !== null) due.delete(state.filling.callId);
          if (began !== null && state.filling?.callId !== began.callId && event.type === 'ticked') {
            const view = viewOf(state);
            const isThere = view.kind === 'showing' && view.calls.some(({ callId }) => callId === began?.callId);
            if (isThere) expect(state.now - began.at).toBeGreaterThanOrEqual(4_000);
          }
          if (fresh || state.filling === null)
            began = state.filling === null ? null : { callId: state.filling.callId, at: state.now };
          // Only a page that slept can come too late for one.
          for (const [callId, at] of due) if (state.now - at >= fiveMinutes && sleptAt > at) due.delete(callId);
        }
        expect([...due]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
