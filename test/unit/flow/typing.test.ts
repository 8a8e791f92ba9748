import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { after, asking, dateOfBirth, screenOf, welcome } from './support';

const date = after(welcome, { type: 'checkInTapped' });

function keys(text: string): FlowEvent[] {
  return Array.from(text, (key) => ({ type: 'keyPressed', key }));
}

describe('the number pad', () => {
  test('fills day, month and year one after another', () => {
    expect(screenOf(after(date, ...keys('14051977')), 'dateOfBirth').entry).toEqual({
      day: '14',
      month: '05',
      year: '1977',
    });
  });

  test('goes on after a digit that can only be the whole day or month', () => {
    expect(screenOf(after(date, ...keys('951977')), 'dateOfBirth').entry).toEqual({
      day: '9',
      month: '5',
      year: '1977',
    });
  });

  test('goes on with Next after a day and a month of one digit', () => {
    const state = after(
      date,
      ...keys('1'),
      { type: 'nextPressed' },
      ...keys('1'),
      { type: 'nextPressed' },
      ...keys('1980'),
    );
    expect(screenOf(state, 'dateOfBirth').entry).toEqual({ day: '1', month: '1', year: '1980' });
  });

  test('takes no more than a field holds', () => {
    expect(screenOf(after(date, ...keys('1405197799')), 'dateOfBirth').entry.year).toBe('1977');
  });

  test('deletes back over the fields', () => {
    const state = after(date, ...keys('1405'), { type: 'deletePressed' });
    expect(screenOf(state, 'dateOfBirth')).toMatchObject({
      entry: { day: '14', month: '0', year: '' },
      activeField: 'month',
    });
  });

  test('types over a field that the patient goes back to', () => {
    const state = after(date, ...keys('14051977'), { type: 'dateFieldFocused', field: 'day' }, ...keys('15'));
    expect(screenOf(state, 'dateOfBirth').entry).toEqual({ day: '15', month: '05', year: '1977' });
  });
});

describe('bad input', () => {
  const texts = [
    '',
    '%',
    '*',
    '-',
    "'",
    '"; DROP TABLE visits',
    '😀😀',
    '٠١',
    '\u202Eabc',
    'x'.repeat(10_000),
    '9'.repeat(10_000),
  ];

  test.each(texts)('in the date of birth gets a message, never a crash: %j', (text) => {
    const screen = screenOf(after(date, ...dateOfBirth(text, text, text)), 'dateOfBirth');
    expect(screen.problem).not.toBeNull();
    expect(Object.values(screen.entry).every((kept) => kept.length <= 16)).toBe(true);
  });

  test.each(texts)('as the letter gets a message, never a crash: %j', (text) => {
    const letter = after(date, ...dateOfBirth('14', '5', '1977'));
    const state = after(letter, { type: 'fieldTyped', text }, { type: 'continueTapped' });
    expect(screenOf(state, 'letter').problem).not.toBeNull();
    expect(screenOf(state, 'letter').text.length).toBeLessThanOrEqual(20);
  });
});

describe('the letter', () => {
  const letter = after(date, ...dateOfBirth('14', '5', '1977'));

  test('is the one chosen last, by pad or by keyboard', () => {
    expect(screenOf(after(letter, ...keys('ab')), 'letter').text).toBe('B');
    expect(
      screenOf(after(letter, { type: 'fieldTyped', text: 'k' }, { type: 'fieldTyped', text: 'Kl' }), 'letter').text,
    ).toBe('L');
  });

  test('takes no digits from the pad', () => {
    expect(screenOf(after(letter, ...keys('7')), 'letter').text).toBe('');
  });

  test('is not taken while main is being asked', () => {
    expect(after(asking, ...keys('Z'), { type: 'continueTapped' })).toBe(asking);
  });
});
