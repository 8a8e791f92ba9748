import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, noBurst } from '../../../renderer/kiosk/burst';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { eventOfKey } from '../../../renderer/kiosk/flow/keyboard';
import { isQuestion } from '../../../renderer/kiosk/flow/screens';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { after, answered, asking, barcode, dateOfBirth, screenOf, welcome } from './support';

interface Pressed {
  key: string;
  /** Milliseconds since the key before. */
  after: number;
}

const date = after(welcome, { type: 'checkInTapped' });
const letter = after(date, ...dateOfBirth('14', '5', '1977'));
const chosen = after(letter, { type: 'keyPressed', key: 'K' });
const postcode = answered(asking, { kind: 'askPostcode' });

/** A keyboard on a question, as the page listens to it: first for a scan, then for what a key does. */
function press(
  start: FlowState,
  keys: readonly Pressed[],
): { state: FlowState; continued: number; swallowed: string[] } {
  let state = start;
  let burst = noBurst;
  let at = 10_000;
  let continued = 0;
  const swallowed: string[] = [];
  function dispatch(event: FlowEvent | null): void {
    if (event === null) return;
    if (event.type === 'continueTapped') continued += 1;
    state = after(state, event);
  }
  for (const { key, after: pause } of keys) {
    at += pause;
    if (!isQuestion(state.screen)) break;
    const followed = follow(burst, { key, at, isSpecial: false }, state.screen);
    ({ burst } = followed);
    if (followed.restored !== null) dispatch({ type: 'fieldTyped', text: followed.restored });
    if (followed.isSwallowed) swallowed.push(key);
    else dispatch(eventOfKey(state, { key, focus: 'page' }));
  }
  return { state, continued, swallowed };
}

function typed(text: string, pace: number): Pressed[] {
  return Array.from(text, (key) => ({ key, after: pace }));
}

const quick = fc.integer({ min: 0, max: 50 });
const slow = fc.integer({ min: 51, max: 3_000 });
const ends = fc.constantFrom('Enter', 'Tab');
const letters = [...'ABKXYZabkz'];
const digits = [...'0123456789'];
const signs = [...'./-'];
const anything = fc
  .array(fc.constantFrom(...letters, ...digits, ...signs, '%', ' ', "'", 'é'), { minLength: 3, maxLength: 60 })
  .map((parts) => parts.join(''));
/** What a letter's barcode is that is neither a date nor a postcode. */
const code = fc
  .tuple(
    fc.constantFrom(...letters),
    fc.constantFrom(...digits),
    fc.array(fc.constantFrom(...letters, ...digits, ...signs), { minLength: 7, maxLength: 38 }),
  )
  .map(([first, second, rest]) => first + second + rest.join(''));

describe('a scan on the letter', () => {
  test('leaves what was chosen, and answers nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(letter, chosen), anything, quick, ends, (start, text, pace, end) => {
        const { state, continued, swallowed } = press(start, [...typed(text, pace), { key: end, after: pace }]);
        expect(screenOf(state, 'letter').text).toBe(screenOf(start, 'letter').text);
        expect(continued).toBe(0);
        expect(swallowed).toEqual([...Array.from(text).slice(2), end]);
      }),
    );
  });

  test('may press Shift for capitals, and send more than one end', () => {
    const keys = typed('QX77', 5).flatMap((one) => [{ key: 'Shift', after: 1 }, one]);
    const more = ['Enter', 'Tab', 'Enter'].map((key) => ({ key, after: 5 }));
    const { state, continued } = press(chosen, [...keys, ...more]);
    expect(screenOf(state, 'letter').text).toBe('K');
    expect(continued).toBe(0);
  });

  test('does not keep anybody from choosing and going on after it', () => {
    const { state } = press(chosen, [...typed(barcode, 5), { key: 'Enter', after: 5 }, ...typed('W', 300)]);
    expect(screenOf(state, 'letter').text).toBe('W');
    const on = press(state, [
      { key: 'V', after: 10 },
      { key: 'Enter', after: 10 },
    ]);
    expect(screenOf(on.state, 'asking').claim).toMatchObject({ letter: 'V' });
  });
});

describe('a scan on the date of birth or the postcode', () => {
  test('does not go on: its end is no Enter of the patient', () => {
    fc.assert(
      fc.property(fc.constantFrom(date, postcode), code, quick, ends, (start, text, pace, end) => {
        const { state, continued, swallowed } = press(start, [...typed(text, pace), { key: end, after: pace }]);
        expect(state.screen.kind).toBe(start.screen.kind);
        expect(continued).toBe(0);
        expect(swallowed).toEqual([end]);
      }),
    );
  });

  test('of a short letter with a sign is no postcode either', () => {
    expect(press(postcode, [...typed('A-123', 5), { key: 'Enter', after: 5 }]).continued).toBe(0);
  });
});

describe('somebody who types', () => {
  test('a date of birth, at any pace, goes on with Enter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }), (pace, pause) => {
        const { state, swallowed } = press(date, [...typed('14051977', pace), { key: 'Enter', after: pause }]);
        expect(screenOf(state, 'letter').dateOfBirth).toBe('1977-05-14');
        expect(swallowed).toEqual([]);
      }),
    );
  });

  test('a date, a letter and a postcode at once, one after another, goes on each time', () => {
    const { state } = press(
      date,
      ['1', '4', '0', '5', '1', '9', '7', '7', 'Enter', 'k', 'Enter'].map((key) => ({ key, after: 1 })),
    );
    expect(screenOf(state, 'asking').claim).toEqual({ by: 'letter', dateOfBirth: '1977-05-14', letter: 'K' });
    for (const text of ['LS6 5RT', 'ls65rt', 'SW1A 1AA', 'ZE1 0AA']) {
      const typing = press(postcode, [...typed(text, 1), { key: 'Enter', after: 1 }]);
      expect(screenOf(typing.state, 'asking').claim).toMatchObject({ postcode: text.replace(' ', '').toUpperCase() });
    }
  });

  test('one letter after another goes on with the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }),
        slow,
        quick,
        (some, pace, pause) => {
          const { state } = press(letter, [...typed(some.join(''), pace), { key: 'Enter', after: pause }]);
          expect(screenOf(state, 'asking').claim).toMatchObject({ letter: some.at(-1)?.toUpperCase() });
        },
      ),
    );
  });

  test('two letters at once, or a slip and its correction, goes on', () => {
    for (const keys of [
      ['j', 'k'],
      ['j', 'Backspace', 'k'],
    ]) {
      const { state } = press(
        letter,
        [...keys, 'Enter'].map((key) => ({ key, after: 5 })),
      );
      expect(screenOf(state, 'asking').claim).toMatchObject({ letter: 'K' });
    }
  });

  test('never has more kept of it than a barcode is long', () => {
    let burst = noBurst;
    for (let at = 0; at < 10_000; at += 1)
      ({ burst } = follow(burst, { key: 'A', at, isSpecial: false }, screenOf(postcode, 'postcode')));
    expect(burst.text.length).toBeLessThanOrEqual(41);
  });
});
