import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppointmentStatus, ListedAppointment } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { createCalling } from '../../../../main/services/desk/calling';
import type { Caller } from '../../../../main/services/desk/caller';
import { createWorklist } from '../../../../main/services/desk/worklist';
import { deskSnapshotSchema, type DeskRow, type DeskSnapshot } from '../../../../preload/contract/desk/arrivals';
import { settle } from '../../../support/practice';
import { openDeskState } from './deskStateSupport';
import { byLetter, handleOf, row } from './support';

/** Three patients: one with a nurse before the doctor, one who is too early, one who is private as well. */
const people: readonly (readonly ListedAppointment[])[] = [
  [row(1, '10:00', { clinician: 'Nurse Jones' }), row(1, '10:30')],
  [row(2, '10:10')],
  [row(3, '10:20'), row(3, '10:40', { marking: 'private', clinician: 'Dr Hidden' })],
  [row(4, '15:00')],
];
const everybody = people.flat();
const statuses: AppointmentStatus[] = ['booked', 'arrived', 'sentIn', 'seen', 'left', 'didNotAttend', 'cancelled'];

const person = fc.nat({ max: people.length - 1 });
/** What may happen in a waiting room, in any order; what is refused changes nothing. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), person }),
  fc.record({ kind: fc.constant('dispute' as const), person }),
  fc.record({
    kind: fc.constantFrom(
      'seen',
      'left',
      'waitAgain',
      'lookedAfter',
      'note',
      'undo',
      'resolve',
      'checkIn',
      'mark',
      'take',
      'call' as const,
    ),
    person,
    who: fc.constantFrom('jo', 'sam'),
  }),
  fc.record({
    kind: fc.constantFrom('cameIn', 'didNotAnswer', 'cancel' as const),
    person,
    who: fc.constantFrom('jo', 'sam'),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    statuses: fc.array(fc.constantFrom(...statuses, 'gone' as const), {
      minLength: everybody.length,
      maxLength: everybody.length,
    }),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** What a page makes of the stream: the whole, then each change. */
interface Page {
  rows: Map<string, DeskRow>;
  parts: Pick<DeskSnapshot, 'head' | 'worklist' | 'alerts' | 'queue'>;
}

function turn(page: Page, { isWhole, rows, removed, revision: _revision, ...parts }: DeskSnapshot): Page {
  const next = new Map(isWhole ? [] : page.rows);
  for (const visitId of removed) next.delete(visitId);
  for (const one of rows) next.set(one.visitId, one);
  return { rows: next, parts: { ...page.parts, ...parts } };
}

async function openMorning() {
  const desk = await openDeskState({ rows: everybody, rules: { calling: 'here' } });
  const parts = { actions: createActions(desk), calling: createCalling(desk), worklist: createWorklist(desk) };
  let minutes = 0;
  const later = async (statusOf: readonly (AppointmentStatus | 'gone')[]): Promise<void> => {
    minutes += 1;
    const listed = everybody.flatMap((one, place) => {
      const status = statusOf[place];
      return status === undefined || status === 'gone' ? [] : [{ ...one, status }];
    });
    await desk.list(listed, `2026-11-23T10:${String(minutes).padStart(2, '0')}:30.000Z`);
    desk.changes.publish('list');
    desk.changes.publish('visits');
  };
  return { ...desk, ...parts, later };
}
type Morning = Awaited<ReturnType<typeof openMorning>>;

async function happen(morning: Morning, one: Happening): Promise<void> {
  const { claim, checkIn, actions, calling, worklist, jo, sam, later } = morning;
  if (one.kind === 'list') return later(one.statuses);
  const [first] = people[one.person] ?? [];
  if (first === undefined) return;
  const rows = await morning.rows();
  const found = rows.find(({ lastName }) => lastName === first.patient.lastName);
  if (one.kind === 'claim') return void (await claim(byLetter(first)));
  if (one.kind === 'dispute') {
    const answer = await claim(byLetter(first));
    if (answer !== 'closed' && (answer.kind === 'checkedIn' || answer.kind === 'alreadyCheckedIn')) {
      await checkIn.dispute(handleOf(answer));
    }
    return;
  }
  const caller: Caller = one.who === 'jo' ? jo : sam;
  if (found === undefined) return;
  const key = { visitId: found.visitId, version: found.version };
  const arrivalId = found.appointments.find((appointment) => appointment.arrivalId !== null)?.arrivalId ?? null;
  switch (one.kind) {
    case 'seen':
    case 'left':
    case 'waitAgain':
    case 'lookedAfter':
      return void (await actions[one.kind](caller, key));
    case 'note':
      return void (await actions.note(caller, { ...key, note: 'A note' }));
    case 'undo':
      return void (arrivalId !== null && (await actions.undo(caller, { ...key, arrivalId, reason: 'byMistake' })));
    case 'resolve':
      return void (await actions.resolveDispute(caller, { ...key, isTheirs: one.person % 2 === 0 }));
    case 'checkIn': {
      const ids = found.appointments.flatMap(({ appointmentId }) => appointmentId ?? []);
      return void (ids.length > 0 && (await actions.checkIn(caller, ids)));
    }
    case 'mark':
    case 'take':
      return void (arrivalId !== null && (await worklist[one.kind](caller, arrivalId)));
    case 'call':
      return void (await calling.call(caller, { ...key, kind: 'call', room: 'Room 4' }));
    case 'cameIn':
    case 'didNotAnswer':
    case 'cancel':
      return void (found.call !== null && (await calling[one.kind](caller, found.call.callId)));
  }
}

test('whatever happens, everybody who is here is in one stage and once, and a page that follows shows what a new one is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 20 }), async (story) => {
      const morning = await openMorning();
      const { live, read, visits, clock, timers } = morning;
      const stop = new AbortController();
      const stream = live(stop.signal);
      let page: Page = { rows: new Map(), parts: {} };
      const follow = (async () => {
        for await (const told of stream) page = turn(page, deskSnapshotSchema.parse(told));
      })();
      // Most have come before anything else happens: of an empty waiting room little can be told.
      const claims = people.map((_, place) => ({ kind: 'claim' as const, person: place }));
      for (const one of [...claims, ...story]) {
        clock.jump(1);
        await happen(morning, one);
        const { rows, worklist } = await read();
        const shown = [...rows.values()];
        expect(new Set(shown.map(({ visitId }) => visitId)).size).toBe(shown.length);
        for (const visit of await visits()) {
          const found = rows.get(visit.id);
          const isArrived = visit.arrivals.some(({ state }) => state === 'arrived');
          // Nobody who is checked in is ever missing, whatever lists and staff have said since.
          if (isArrived) expect(found).toBeDefined();
          if (isArrived && found?.stage === 'notCheckedIn') expect(found.reason).not.toBeNull();
          if (!isArrived && found !== undefined) expect(['notCheckedIn', 'done', 'called']).toContain(found.stage);
          expect(found?.stage === 'done').toBe((found?.doneAs ?? null) !== null);
          if (found?.call?.outcome === 'open') expect(found.stage).toBe('called');
        }
        const counted = new Set(shown.flatMap(({ appointments }) => appointments.map(({ arrivalId }) => arrivalId)));
        for (const { arrivalId } of worklist) expect(counted.has(arrivalId)).toBe(true);
        const unmarked = shown.flatMap(({ appointments }) =>
          appointments.filter(({ state, isMarked }) => state === 'arrived' && !isMarked),
        );
        expect(worklist.length).toBe(unmarked.length);
      }
      // Everything is told before the page is compared with one that is opened now.
      await settle();
      timers.advance(50);
      await settle();
      stop.abort();
      await follow;
      const fresh = live(undefined);
      const whole = fresh.next();
      await settle();
      timers.advance(50);
      const { value } = await whole;
      await fresh.return();
      if (value === undefined) throw new Error('A desk is told everything at once');
      const expected = turn({ rows: new Map(), parts: {} }, deskSnapshotSchema.parse(value));
      expect(new Map([...page.rows].sort())).toEqual(new Map([...expected.rows].sort()));
      expect(page.parts).toEqual(expected.parts);
    }),
    { numRuns: 15 },
  );
}, 120_000);
