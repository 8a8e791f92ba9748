import { describe, expect, test } from 'vitest';
import { edit, rebase, signOffIn, withDraft } from '../../../renderer/desk/settings/draft';
import { asHours, numberFrom, shownNumber } from '../../../renderer/desk/settings/values';

const saved = { joinMinutes: 60, closedDays: ['2026-12-24'], isSignedOff: false, waitingArea: null };

describe('what is not saved yet', () => {
  test('holds only what differs, and lets go of what is put back', () => {
    const first = edit({}, saved, 'joinMinutes', 30);
    const second = edit(first, saved, 'closedDays', []);
    expect(second).toEqual({ joinMinutes: 30, closedDays: [] });
    expect(withDraft(saved, second)).toEqual({ ...saved, joinMinutes: 30, closedDays: [] });
    expect(edit(second, saved, 'closedDays', ['2026-12-24'])).toEqual({ joinMinutes: 30 });
  });

  test('loses what somebody else has saved meanwhile, and keeps the rest', () => {
    const draft = { joinMinutes: 30, closedDays: [] };
    expect(rebase(draft, { ...saved, joinMinutes: 30 })).toEqual({ closedDays: [] });
  });
});

describe('signing off', () => {
  test('is a change of its own, either way, and none where it stays', () => {
    expect(signOffIn(saved, { isSignedOff: true })).toBe('signedOff');
    expect(signOffIn({ ...saved, isSignedOff: true }, { isSignedOff: false })).toBe('takenBack');
    expect(signOffIn(saved, { isSignedOff: false })).toBeNull();
    expect(signOffIn(saved, { joinMinutes: 5 })).toBeNull();
  });
});

describe('a number as typed', () => {
  test.each<[string, number | string]>([
    ['30', 30],
    [' 7 ', 7],
    ['-1', -1],
    ['', ''],
    ['1.5', '1.5'],
    ['abc', 'abc'],
    ['1e3', '1e3'],
    ['99999999999', '99999999999'],
  ])('%j', (typed, value) => {
    expect(numberFrom(typed)).toBe(value);
    expect(shownNumber(value)).toBe(String(value));
  });
});

test('hours of any shape become hours that can be edited', () => {
  expect(asHours([{ from: '08:00', to: '09:00' }, { from: 8 }, 'x'])).toEqual([
    { from: '08:00', to: '09:00' },
    { from: '', to: '' },
    { from: '', to: '' },
  ]);
  expect(asHours('never')).toEqual([]);
});
