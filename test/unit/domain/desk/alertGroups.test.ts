import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertKinds } from '../../../../main/domain/alerts';
import { groupAlerts, type OpenAlert } from '../../../../main/domain/desk/alertGroups';
import { wallTimeSchema } from '../../../../preload/contract/rules/dates';

const start = wallTimeSchema.parse('2026-11-23T10:10');
const personOf = (visitId: string) => ({ name: `Patient of ${visitId}`, starts: [start] });
const at = (minute: number): string => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;

let number = 0;
function alert(change: Partial<OpenAlert>): OpenAlert {
  number += 1;
  return { id: `alert ${number}`, kind: 'helpNeeded', raisedAt: at(0), visitId: null, detail: null, ...change };
}

test('what concerns one person and is of one kind is one line, since its first', () => {
  const alerts = [
    alert({ kind: 'disputed', visitId: 'one', raisedAt: at(9) }),
    alert({ kind: 'disputed', visitId: 'two', raisedAt: at(3) }),
    alert({ kind: 'disputed', visitId: 'one', raisedAt: at(1) }),
    alert({ kind: 'windowOpen', visitId: 'one', raisedAt: at(2) }),
  ];
  expect(groupAlerts(alerts, personOf)).toMatchObject([
    {
      kind: 'disputed',
      since: at(1),
      alertIds: [alerts[2]?.id, alerts[0]?.id],
      people: [{ name: 'Patient of one', starts: [start] }],
    },
    { kind: 'disputed', visitId: 'two', isUrgent: false },
    { kind: 'windowOpen', visitId: 'one' },
  ]);
});

test('a call for help comes first whatever was raised before, and is urgent', () => {
  const groups = groupAlerts([alert({ kind: 'clockJumped', raisedAt: at(1) }), alert({ raisedAt: at(50) })], personOf);
  expect(groups.map(({ kind, isUrgent }) => [kind, isUrgent])).toEqual([
    ['helpNeeded', true],
    ['clockJumped', false],
  ]);
});

test('what an alert says is told in fields, and other words make another line', () => {
  const twins = {
    patients: [
      { firstName: 'Łukasz', lastName: 'Nowak', starts: [start] },
      { firstName: '', lastName: 'Nowak', starts: [] },
    ],
  };
  const groups = groupAlerts(
    [
      alert({ kind: 'cannotTell', detail: twins }),
      alert({ kind: 'reception', detail: { choice: 'sample' } }),
      alert({ kind: 'reception', detail: { choice: 'register' } }),
      alert({ kind: 'reception', detail: { choice: 'sample' }, raisedAt: at(8) }),
      alert({ kind: 'clockJumped', detail: { seconds: -60 } }),
    ],
    personOf,
  );
  expect(groups.map(({ kind, choice, seconds, alertIds }) => [kind, choice, seconds, alertIds.length])).toEqual([
    ['cannotTell', null, null, 1],
    ['reception', 'sample', null, 2],
    ['reception', 'register', null, 1],
    ['clockJumped', null, -60, 1],
  ]);
  expect(groups[0]?.people).toEqual([
    { name: 'Łukasz Nowak', starts: [start] },
    { name: 'Nowak', starts: [] },
  ]);
});

test('of a visit that is gone nobody is named', () => {
  expect(groupAlerts([alert({ kind: 'disputed', visitId: 'gone' })], () => null)[0]?.people).toEqual([]);
});

test('every alert is in exactly one group, of its own kind and person, in the order of urgency', () => {
  const some = fc.record({
    kind: fc.constantFrom(...alertKinds),
    visitId: fc.constantFrom(null, 'one', 'two'),
    raisedAt: fc.integer({ min: 0, max: 59 }).map(at),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (changes) => {
      const alerts = changes.map(alert);
      const groups = groupAlerts(alerts, personOf);
      expect(groups.flatMap(({ alertIds }) => alertIds).sort()).toEqual(alerts.map(({ id }) => id).sort());
      for (const { alertIds, kind, visitId, since } of groups) {
        const own = alerts.filter(({ id }) => alertIds.includes(id));
        expect(own.every((one) => one.kind === kind && one.visitId === visitId)).toBe(true);
        expect(since).toBe(own.map(({ raisedAt }) => raisedAt).sort()[0]);
      }
      const places = groups.map(({ kind }) => alertKinds.findIndex((one) => one === kind));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      const names = groups.map(({ kind, visitId, alertIds }) =>
        kind === 'helpNeeded' ? alertIds.join() : `${kind} ${visitId}`,
      );
      expect(new Set(names).size).toBe(groups.length);
      for (const { kind, alertIds } of groups) if (kind === 'helpNeeded') expect(alertIds).toHaveLength(1);
    }),
  );
});

test('a group never holds more than can be acknowledged at once, the oldest first', () => {
  const alerts = Array.from({ length: 130 }, (_, count) => alert({ kind: 'threeFailures', raisedAt: at(count % 60) }));
  const [first] = groupAlerts(alerts, personOf);
  expect(first?.alertIds).toHaveLength(100);
  const left = alerts.filter(({ id }) => first?.alertIds.includes(id) !== true);
  const [rest] = groupAlerts(left, personOf);
  expect(rest?.alertIds).toHaveLength(30);
  expect(left.every(({ raisedAt }) => raisedAt >= at(45))).toBe(true);
});

test('each call for help is a line of its own: acknowledging one leaves the other to sound', () => {
  const alerts = [alert({ raisedAt: at(2) }), alert({ raisedAt: at(1) })];
  expect(groupAlerts(alerts, personOf)).toMatchObject([
    { alertIds: [alerts[1]?.id], isUrgent: true },
    { alertIds: [alerts[0]?.id], isUrgent: true },
  ]);
});
