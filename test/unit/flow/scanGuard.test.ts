import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { eventOfKey } from '../../../renderer/kiosk/flow/keyboard';
import { createScanGuard } from '../../../renderer/kiosk/scanGuard';
import { createStore } from '../../../renderer/kiosk/store';
import type { FlowStore } from '../../../renderer/kiosk/store';
import { barcode, dateOfBirth, readySnapshot, screenOf } from './support';

const toLetter: FlowEvent[] = [
  { type: 'checkInTapped' },
  ...dateOfBirth('14', '5', '1977'),
  { type: 'keyPressed', key: 'K' },
];

/** A page with a keyboard; `type` presses `keys` five milliseconds apart and returns those that were swallowed. */
function page(...events: FlowEvent[]): {
  store: FlowStore;
  type: (keys: Iterable<string>, isInField?: boolean) => string[];
  /** The same without a pause before it. */
  typeOn: (keys: Iterable<string>) => string[];
} {
  const store = createStore();
  store.dispatch({ type: 'snapshotArrived', snapshot: readySnapshot() });
  for (const event of events) store.dispatch(event);
  const guard = createScanGuard(store);
  let at = 10_000;
  const typeOn = (keys: Iterable<string>, isInField = false): string[] =>
    Array.from(keys).filter((key) => {
      at += 5;
      if (guard.take({ key, at, isSpecial: false }, isInField)) return true;
      const event = eventOfKey(store.get(), { key, focus: isInField ? 'field' : 'page' });
      if (event !== null) store.dispatch(event);
      return false;
    });
  return {
    store,
    typeOn,
    type(keys, isInField = false) {
      at += 1_000;
      return typeOn(keys, isInField);
    },
  };
}

describe('a scan', () => {
  test('begins a visit on Welcome, and what it sends after its end reaches no box of the question', () => {
    const { store, type } = page();
    expect(type([...barcode, 'Enter', '1', '4', 'Enter'])).toEqual(['Enter', '1', '4', 'Enter']);
    expect(screenOf(store.get(), 'dateOfBirth')).toMatchObject({ barcode, entry: { day: '', month: '', year: '' } });
    type('14051977');
    type(['Enter']);
    expect(screenOf(store.get(), 'asking').claim.by).toBe('barcode');
  });

  test('is not what somebody quick types on two questions with a tap in between', () => {
    const { store, typeOn } = page({ type: 'checkInTapped' });
    typeOn('14051977');
    store.dispatch({ type: 'continueTapped' });
    typeOn('K');
    expect(screenOf(store.get(), 'letter').text).toBe('K');
  });

  test('on the letter leaves the letter, and the patient goes on', () => {
    const { store, type } = page(...toLetter);
    type([...barcode, 'Enter']);
    expect(screenOf(store.get(), 'letter').text).toBe('K');
    type(['Enter']);
    expect(screenOf(store.get(), 'asking').claim).toMatchObject({ letter: 'K' });
  });

  test('on "Which help do you need?" and while main is asked does nothing', () => {
    const { store, type } = page(...toLetter, { type: 'continueTapped' });
    const before = store.get();
    type([...barcode, 'Enter']);
    expect(store.get()).toBe(before);
  });

  test('in the box of the letter is that box’s, which keeps one letter', () => {
    const { type } = page(...toLetter);
    expect(type('KLM', true)).toEqual([]);
  });

  test('on the date of birth, in a box or not, does not go on', () => {
    for (const isInField of [true, false]) {
      const { store, type } = page({ type: 'checkInTapped' });
      expect(type([...barcode, 'Enter'], isInField)).toEqual(['Enter']);
      expect(screenOf(store.get(), 'dateOfBirth').problem).toBeNull();
    }
  });
});
