import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { eventOfKey } from '../../../renderer/kiosk/flow/keyboard';
import { acceptsScan } from '../../../renderer/kiosk/flow/scanning';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { createScanGuard } from '../../../renderer/kiosk/scanGuard';
import type { FlowStore } from '../../../renderer/kiosk/store';
import { after, barcode } from './support';
import { at, pageOf, screen, taken } from './signUpSupport';

/** A keyboard on `start`: the keys that were swallowed, and those that reached a button that has the focus. */
function type(
  start: FlowState,
  keys: Iterable<string>,
  pace: number,
  focus: 'page' | 'field' | 'button',
): { state: FlowState; swallowed: string[]; pressed: string[] } {
  let state = start;
  const store: FlowStore = {
    get: () => state,
    dispatch: (event: FlowEvent) => {
      state = after(state, event);
    },
    subscribe: () => () => undefined,
  };
  const guard = createScanGuard(store);
  const pressed: string[] = [];
  let now = 10_000;
  const swallowed = Array.from(keys).filter((key) => {
    now += pace;
    if (guard.take({ key, at: now, isSpecial: false }, focus === 'field')) return true;
    if (focus === 'button' && (key === 'Enter' || key === ' ')) pressed.push(key);
    const event = eventOfKey(state, { key, focus });
    if (event !== null) store.dispatch(event);
    return false;
  });
  return { state, swallowed, pressed };
}

const check = at('check');
const sending = after(check, { type: 'sendTapped' });
const ended = taken(sending);
const pages = [
  'whoFor',
  'name',
  'nhsNumber',
  'address',
  'contact',
  'services',
  'recordTopics',
  'statement',
  'check',
] as const;
const somewhere = fc.constantFrom(...pages.map((page) => at(page)), sending, ended);
const code = fc
  .array(fc.constantFrom(...'ABKXYZabkz0123456789./- '), { minLength: 4, maxLength: 40 })
  .map((parts) => `Q${parts.join('').trimStart()}78`);

describe('a scanner on a page of an application', () => {
  test('goes on nowhere, sends nothing and presses no button', () => {
    const focus = fc.constantFrom('page' as const, 'field' as const, 'button' as const);
    fc.assert(
      fc.property(somewhere, code, focus, fc.constantFrom('Enter', 'Tab'), (start, text, place, end) => {
        const { state, swallowed, pressed } = type(start, [...text, end, 'Enter'], 5, place);
        expect(state.screen.kind).toBe(start.screen.kind);
        if (state.screen.kind === 'signUp') {
          expect(pageOf(state)).toBe(pageOf(start));
          expect(screen(state).problems).toEqual([]);
        }
        expect(state.lastRequestId).toBe(start.lastRequestId);
        expect(swallowed.slice(-2)).toEqual([end, 'Enter']);
        const hasBoxes = start.screen.kind === 'signUp' && start.screen.activeField !== null;
        if (!hasBoxes) expect(pressed).toEqual([]);
      }),
    );
  });

  test('begins no visit, not even on the ending with the code of the reference', () => {
    for (const state of [check, sending, ended, after(check, { type: 'receptionTapped' })]) {
      expect(acceptsScan(state)).toBe(false);
      expect(after(state, { type: 'scanned', barcode })).toBe(state);
    }
  });
});

describe('somebody who types an application', () => {
  test('goes on with Enter, page after page', () => {
    const name = type(at('name'), ['A', 'n', 'a', ' ', 'B'], 120, 'page').state;
    expect(screen(name).draft.texts.firstName).toBe('Ana B');
    const both = type(after(name, { type: 'nextPressed' }), ['N', 'g', 'Enter'], 120, 'page');
    expect(pageOf(both.state)).toBe('dateOfBirth');
    expect(both.swallowed).toEqual([]);
  });
});
