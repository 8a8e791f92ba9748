import { expect, test } from 'vitest';
import { actionIn, actorIn, detailIn, whenIn } from '../../../renderer/desk/audit/detail';

test('who, what and when are said in plain words, and otherwise as the chain has them', () => {
  expect(actorIn('kiosk')).toBe('The kiosk');
  expect(actorIn('Jo Bloggs')).toBe('Jo Bloggs');
  expect(actorIn('staff:9a0c2a1b-0000-4000-8000-000000000009')).toBe('Account 9a0c2a1b');
  expect(actionIn('arrival.recorded')).toBe('Checked in');
  expect(actionIn('constructor')).toBe('constructor');
  expect(whenIn('2026-07-01T09:05:00.000Z')).toBe('1 Jul 2026, 10:05am');
  expect(whenIn('x')).toBe('x');
});

test.each<[string, Record<string, unknown>, string]>([
  [
    'rules.changed',
    { name: 'joinMinutes', before: null, after: 30 },
    'Later appointments join: as by default → 30 minutes',
  ],
  ['rules.changed', { name: 'joinMinutes', before: 30, after: 20 }, 'Later appointments join: 30 minutes → 20 minutes'],
  ['rules.changed', { name: 'ruleOfTomorrow', before: 1, after: 2 }, 'setting: ruleOfTomorrow; before: 1; after: 2'],
  [
    'machine.changed',
    { names: ['deskPort', 'site'], role: 'manager' },
    'settings: Port of the desk, Site; as: manager',
  ],
  ['audit.opened', { filter: { from: null, actor: null }, role: 'manager' }, 'as: manager'],
  ['audit.opened', { filter: { from: '2026-11-23', actor: 'kiosk' } }, 'filter: from: 2026-11-23, actor: kiosk'],
  ['visit.noted', { isEmpty: false }, 'note taken away: no'],
  ['x', {}, ''],
  ['x', { unreadable: '{' }, 'not readable: {'],
])('the detail of %s, %j', (action, detail, words) => {
  expect(detailIn(action, detail)).toBe(words);
});
