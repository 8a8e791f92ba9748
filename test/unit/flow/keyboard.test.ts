import { describe, expect, test } from 'vitest';
import { eventOfKey } from '../../../renderer/kiosk/flow/keyboard';
import { after, answered, asking, askingGoodAnswer, dateOfBirth, welcome } from './support';

const date = after(welcome, { type: 'checkInTapped' });
const letter = after(date, ...dateOfBirth('14', '5', '1977'));
const postcode = answered(asking, { kind: 'askPostcode' });
const good = answered(asking, askingGoodAnswer);
const needs = after(good, { type: 'needsTapped' });
const focuses = ['field', 'button', 'page'] as const;

describe('Enter on a keyboard', () => {
  test('continues from each question that says who it is, unless it presses a button', () => {
    for (const state of [date, letter, postcode]) {
      expect(eventOfKey(state, { key: 'Enter', focus: 'page' })).toEqual({ type: 'continueTapped' });
      expect(eventOfKey(state, { key: 'Enter', focus: 'field' })).toEqual({ type: 'continueTapped' });
      expect(eventOfKey(state, { key: 'Enter', focus: 'button' })).toBeNull();
    }
  });

  test('continues nowhere else, and least of all answers "Which help do you need?"', () => {
    const reception = after(welcome, { type: 'receptionTapped' });
    const called = after(welcome, { type: 'helpTapped' });
    for (const state of [needs, good, welcome, asking, reception, called])
      for (const focus of focuses) expect(eventOfKey(state, { key: 'Enter', focus })).toBeNull();
  });
});

describe('a key', () => {
  test('goes where the pad’s keys go, unless a field takes it itself', () => {
    for (const key of ['1', 'k', ' ']) {
      expect(eventOfKey(letter, { key, focus: 'page' })).toEqual({ type: 'keyPressed', key });
      expect(eventOfKey(letter, { key, focus: 'field' })).toBeNull();
    }
    expect(eventOfKey(date, { key: 'Backspace', focus: 'page' })).toEqual({ type: 'deletePressed' });
    expect(eventOfKey(date, { key: 'Backspace', focus: 'field' })).toBeNull();
    expect(eventOfKey(date, { key: ' ', focus: 'button' })).toBeNull();
    expect(eventOfKey(date, { key: 'F5', focus: 'page' })).toBeNull();
  });

  test('does nothing behind the open dialog', () => {
    const warned = after(date, { type: 'tick', milliseconds: 60_000 });
    for (const key of ['Enter', '1', 'Backspace']) expect(eventOfKey(warned, { key, focus: 'page' })).toBeNull();
  });
});
