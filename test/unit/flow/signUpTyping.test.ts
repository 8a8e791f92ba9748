import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { eventOfKey } from '../../../renderer/kiosk/flow/keyboard';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import type { FormField, SignUpPage } from '../../../renderer/kiosk/flow/signUp/state';
import { after } from './support';
import { adult, at, born, carer, pageOf, screen, typedIn } from './signUpSupport';

const onward: FlowEvent = { type: 'continueTapped' };

function keys(text: string): FlowEvent[] {
  return Array.from(text, (key) => ({ type: 'keyPressed', key }));
}

function focused(field: FormField): FlowEvent {
  return { type: 'formFocused', field };
}

function textOf(state: FlowState, field: Exclude<FormField, 'day' | 'month' | 'year'>): string {
  return screen(state).draft.texts[field];
}

const name = at('name');

describe('keys', () => {
  test('go to the first box, and to the next with Next, round and round', () => {
    const state = after(name, ...keys('Ana'), { type: 'nextPressed' }, ...keys('Ng'));
    expect(textOf(state, 'firstName')).toBe('Ana');
    expect(textOf(state, 'lastName')).toBe('Ng');
    expect(screen(after(state, { type: 'nextPressed' })).activeField).toBe('firstName');
  });

  test('are left as they come, in a name', () => {
    expect(textOf(after(name, ...keys('zoë van DER')), 'firstName')).toBe('zoë van DER');
  });

  test('that delete take one character, which may be two code units', () => {
    expect(textOf(after(name, ...keys('A😀'), { type: 'deletePressed' }), 'firstName')).toBe('A');
  });

  test('fill a date of birth as at check-in', () => {
    const state = after(at('dateOfBirth'), ...keys('14051977'));
    expect(screen(state).draft.born).toEqual({ day: '14', month: '05', year: '1977' });
    const again = after(state, focused('day'), ...keys('9'));
    expect(screen(again)).toMatchObject({ draft: { born: { day: '9' } }, activeField: 'month' });
    const theirs = after(at('theirDateOfBirth', carer), ...keys('95'), { type: 'deletePressed' });
    expect(screen(theirs).draft).toMatchObject({ theirBorn: { day: '9', month: '' }, born: { day: '14' } });
  });

  test('do nothing where there is no box, and boxes of other pages are not there', () => {
    for (const state of [at('whoFor'), at('check'), at('statement')])
      expect(after(state, ...keys('a1'), { type: 'deletePressed' }, { type: 'nextPressed' })).toBe(state);
    expect(after(name, typedIn('email', 'x'), focused('town'), { type: 'fieldTyped', text: 'x' })).toBe(name);
  });

  test('of a keyboard go to the active box, and Enter continues only where there are boxes', () => {
    expect(eventOfKey(name, { key: 'é', focus: 'page' })).toEqual({ type: 'keyPressed', key: 'é' });
    expect(eventOfKey(name, { key: 'Backspace', focus: 'page' })).toEqual({ type: 'deletePressed' });
    expect(eventOfKey(name, { key: 'Enter', focus: 'field' })).toEqual(onward);
    const child = at('underEleven', { ...adult, dateOfBirth: born('1', '2', '2018') });
    for (const state of [child, ...(['recordTopics', 'statement', 'needs', 'check'] as const).map((page) => at(page))])
      for (const focus of ['page', 'button'] as const) expect(eventOfKey(state, { key: 'Enter', focus })).toBeNull();
  });
});

describe('an NHS number', () => {
  const page = at('nhsNumber');

  test('is shown in its groups as it is typed and deleted', () => {
    const typed = after(page, ...keys('9990000'));
    expect(textOf(typed, 'nhsNumber')).toBe('999 000 0');
    expect(textOf(after(typed, { type: 'deletePressed' }), 'nhsNumber')).toBe('999 000');
    expect(textOf(after(page, typedIn('nhsNumber', '999-000-0018')), 'nhsNumber')).toBe('999 000 0018');
  });

  test.each([
    ['QQ123456C', 'nationalInsurance'],
    ['99900OOO18', 'letters'],
    ['999000', 'wrongLength'],
    ['9990000019', 'invalid'],
    ['', 'empty'],
  ])('that is none gets its hint: %s', (text, problem) => {
    const state = after(page, ...keys(text), onward);
    expect(screen(state).problems).toEqual([{ field: 'nhsNumber', problem }]);
    expect(textOf(state, 'nhsNumber').replaceAll(' ', '')).toBe(text);
  });
});

describe('an email ending', () => {
  const contact = at('contact');
  const gmail: FlowEvent = { type: 'keyPressed', key: '@gmail.com' };

  test('is one key, and takes the place of one that is half typed', () => {
    expect(textOf(after(contact, ...keys('ana'), gmail), 'email')).toBe('ana@gmail.com');
    expect(textOf(after(contact, ...keys('ana@gm'), gmail), 'email')).toBe('ana@gmail.com');
    expect(textOf(after(contact, ...keys('ana@'), { type: 'keyPressed', key: '@nhs.net' }), 'email')).toBe(
      'ana@nhs.net',
    );
    expect(textOf(after(contact, ...keys('ana@x'), { type: 'keyPressed', key: '.co.uk' }), 'email')).toBe(
      'ana@x.co.uk',
    );
  });
});

describe('Clear', () => {
  test('empties the box, and Undo brings it back until the next key', () => {
    const typed = after(name, ...keys('Ana'));
    const cleared = after(typed, { type: 'clearPressed' });
    expect(textOf(cleared, 'firstName')).toBe('');
    expect(textOf(after(cleared, { type: 'nextPressed' }, { type: 'undoPressed' }), 'firstName')).toBe('Ana');
    const next = after(cleared, ...keys('B'));
    expect(after(next, { type: 'undoPressed' })).toBe(next);
    expect(screen(after(cleared, ...keys('Bo'), { type: 'nextPressed' }, ...keys('C'), onward)).cleared).toBeNull();
  });

  test('works in a box of a date, and does nothing in an empty one', () => {
    const date = after(at('dateOfBirth'), ...keys('14'), focused('day'), { type: 'clearPressed' });
    expect(screen(date).draft.born.day).toBe('');
    expect(screen(after(date, { type: 'undoPressed' })).draft.born.day).toBe('14');
    expect(after(name, { type: 'clearPressed' })).toBe(name);
  });
});

describe('hostile text', () => {
  const texts = [
    '"; DROP TABLE',
    '<script>',
    '😀'.repeat(400),
    '\u202Eabc\u0000\n',
    'x'.repeat(10_000),
    '\uD800',
    '%s',
  ];
  const boxes: [SignUpPage, FormField, number][] = [
    ['name', 'lastName', 60],
    ['nhsNumber', 'nhsNumber', 14],
    ['address', 'line1', 80],
    ['address', 'postcode', 10],
    ['contact', 'email', 254],
    ['contact', 'mobile', 20],
  ];

  test.each(boxes)('on %s in %s is bounded, and never goes on as an answer', (page, field, most) => {
    for (const text of texts) {
      const state = after(at(page), typedIn(field, text));
      const { texts: kept } = screen(state).draft;
      const length = Array.from(Object.entries(kept).find(([one]) => one === field)?.[1] ?? '').length;
      expect(length).toBeLessThanOrEqual(most);
      expect(JSON.stringify(kept)).not.toMatch(/\\u0000|\\n/);
      expect(after(state, onward).screen.kind).toBe('signUp');
    }
    expect(pageOf(after(at(page), typedIn(field, '<>'), onward))).toBe(page);
  });
});

describe('what is wrong', () => {
  test('is said for every box of the page, anew each time, and the first wrong one is active', () => {
    const state = after(at('address'), typedIn('line1', '1 The Row'), onward);
    expect(screen(state).problems).toEqual([
      { field: 'town', problem: 'empty' },
      { field: 'postcode', problem: 'empty' },
    ]);
    expect(screen(state).activeField).toBe('town');
    expect(screen(after(state, onward)).problems).not.toBe(screen(state).problems);
  });

  test('marks the boxes of a date', () => {
    const state = after(at('dateOfBirth'), ...born('31', '2', '1990'));
    expect(screen(state).problems.map(({ field }) => field)).toEqual(['day', 'month', 'year']);
    expect(screen(state)).toMatchObject({ activeField: 'day', isFieldSelected: true });
  });

  test('is a choice that was not made, or no service', () => {
    for (const page of ['whoFor', 'knowsNhsNumber', 'contactSafe', 'services'] as const)
      expect(screen(after(at(page), onward)).problems).toEqual([{ field: 'choice', problem: 'none' }]);
  });

  test('is neither email nor mobile left out, but one that cannot be right', () => {
    const state = after(at('contact'), typedIn('email', 'ana@'), typedIn('mobile', '0113 496 0000'), onward);
    expect(screen(state).problems).toEqual([
      { field: 'email', problem: 'notAnEmail' },
      { field: 'mobile', problem: 'landline' },
    ]);
    expect(pageOf(after(at('contact'), typedIn('email', '  '), onward))).toBe('services');
  });

  test('is gone on the next page', () => {
    expect(screen(after(name, onward, ...(adult.name ?? []))).problems).toEqual([]);
  });
});
