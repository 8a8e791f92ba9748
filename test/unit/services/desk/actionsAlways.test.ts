import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import type { Refusal } from '../../../../main/services/desk/actionsOnVisit';
import { createCalling } from '../../../../main/services/desk/calling';
import { appointmentsBornOn } from '../../../../main/store/appointments';
import { callsOfVisit } from '../../../../main/store/calls';
import { slotsOfVisit } from '../../../../main/store/deskArrivals';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { sessionArrivals } from '../../../../main/store/sessionArrivals';
import { byLetter, clinician, day, handleOf, openDesk, row } from './support';

const other = 'Dr James Field';
/** Somebody in time, somebody in time twice, somebody too early, and somebody private. */
const listed = [
  row(1, '10:10'),
  row(2, '10:00'),
  row(2, '10:20', { clinician: other }),
  row(3, '15:00'),
  row(4, '10:10', { marking: 'private' }),
];
const people = [1, 2, 3, 4];

const onRow = [
  'undo',
  'resolveDispute',
  'seen',
  'left',
  'waitAgain',
  'move',
  'flag',
  'note',
  'lookedAfter',
  'call',
  'quiet',
  'fetch',
] as const;
const onCall = ['again', 'looked', 'didNotAnswer', 'cameIn', 'cancel'] as const;
const step = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('claim', 'dispute', 'byHand') },
    { weight: 8, arbitrary: fc.constantFrom(...onRow) },
    { weight: 4, arbitrary: fc.constantFrom(...onCall) },
  ),
  who: fc.constantFrom(...people),
  isFirstDesk: fc.boolean(),
  /** Acts on what this desk saw some time ago. */
  isStale: fc.boolean(),
  chance: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Result = { kind: 'done' | 'called' | 'here' } | Refusal;

async function openMorning() {
  const desk = await openDesk({ rows: listed, rules: { calling: 'here' }, now: '2026-11-23T10:00' });
  const actions = createActions(desk);
  const calling = createCalling(desk);
  const seen = { jo: new Map<string, number>(), sam: new Map<string, number>() };
  const nameOf = (who: number) => `Sample${who}`;
  const rowOf = (who: number) => listed.find(({ patient }) => patient.lastName === nameOf(who)) ?? row(who, '10:10');
  const versionOf = async (visit: Visit) => (await deskVisitOf(desk.store.db, visit.id)).version;

  /** Does one step; null where there is nobody, or nothing, to do it to. */
  async function take({ what, who, isFirstDesk, isStale, chance }: Step): Promise<Result | null> {
    const caller = isFirstDesk ? desk.jo : desk.sam;
    const known = isFirstDesk ? seen.jo : seen.sam;
    if (what === 'claim' || what === 'dispute') {
      const answer = await desk.claim(byLetter(rowOf(who)));
      const isGood = answer !== 'closed' && 'handle' in answer && 'appointments' in answer;
      if (what === 'dispute' && isGood) await desk.checkIn.dispute(handleOf(answer));
      return null;
    }
    if (what === 'byHand') {
      const rows = await appointmentsBornOn(desk.store.db, day, rowOf(who).patient.dateOfBirth);
      return actions.checkIn(
        caller,
        rows.slice(0, chance ? 1 : 2).map(({ id }) => id),
      );
    }
    const visit = (await desk.visits()).find(({ patient }) => patient.lastName === nameOf(who));
    if (visit === undefined) return null;
    if (what === 'again' || what === 'looked' || what === 'didNotAnswer' || what === 'cameIn' || what === 'cancel') {
      const [latest] = await callsOfVisit(desk.store.db, visit.id);
      return latest === undefined ? null : calling[what](caller, latest.id);
    }
    const now = await versionOf(visit);
    const version = isStale ? (known.get(visit.id) ?? now) : now;
    known.set(visit.id, now);
    const arrivalId = visit.arrivals.at(chance ? 0 : -1)?.id ?? visit.id;
    const key = {
      visitId: visit.id,
      version,
      arrivalId,
      reason: 'byMistake' as const,
      isTheirs: chance,
      clinician: chance ? other : null,
      isFlagged: chance,
      note: chance ? 'Wheelchair' : null,
    };
    const result =
      what === 'call' || what === 'quiet' || what === 'fetch'
        ? await calling.call(caller, { ...key, kind: what, room: null })
        : await actions[what](caller, key);
    expect(version === now || result.kind === 'changed').toBe(true);
    if (version === now) expect(result.kind).not.toBe('changed');
    return result;
  }

  /** All that is kept of a visit of today, for telling whether anything has changed. */
  async function picture() {
    const found = new Map<string, { version: number; text: string }>();
    for (const visit of await desk.visits()) {
      const staff = await deskVisitOf(desk.store.db, visit.id);
      const calls = await callsOfVisit(desk.store.db, visit.id);
      const slots = await slotsOfVisit(desk.store.db, visit.id);
      const { lastSeenAt: _seen, ...rest } = visit;
      found.set(visit.id, { version: staff.version, text: JSON.stringify([rest, staff, calls, slots]) });
    }
    return found;
  }

  async function expectConsistent(): Promise<void> {
    for (const visit of await desk.visits()) {
      const { doneAs } = await deskVisitOf(desk.store.db, visit.id);
      const open = (await callsOfVisit(desk.store.db, visit.id)).filter(({ outcome }) => outcome === 'open');
      expect(open.length).toBeLessThanOrEqual(1);
      expect(visit.firstArrivedAt !== null).toBe(visit.arrivals.length > 0);
      if (doneAs !== null) expect(open).toEqual([]);
      for (const { calledAt } of open) {
        expect(visit.arrivals.some((arrival) => arrival.calledAt === calledAt)).toBe(true);
      }
      const sessions = await Promise.all([clinician, other].map((name) => sessionArrivals(desk.store.db, day, name)));
      const own = sessions.flat().filter(({ visitId }) => visitId === visit.id);
      expect(own.length > 0).toBe(visit.arrivals.some(({ state }) => state === 'arrived'));
      for (const { isWaiting, calledAt } of own) expect(isWaiting).toBe(doneAs === null && calledAt === null);
    }
    const names = (await desk.visits()).map(({ patient }) => patient.lastName);
    expect(new Set(names).size).toBe(names.length);
  }
  return { take, picture, expectConsistent, tick: () => desk.clock.jump(1) };
}

test('any run of claims and of what two desks do leaves every visit whole; who is refused has changed nothing, and every act raises the version', async () => {
  const told = { done: 0, changed: 0, notNow: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const morning = await openMorning();
      let before = await morning.picture();
      for (const one of steps) {
        // Every call has an instant of its own, as in life.
        morning.tick();
        const result = await morning.take(one);
        await morning.expectConsistent();
        const after = await morning.picture();
        const changed = [...after].filter(([id, { text }]) => before.get(id)?.text !== text);
        for (const [id, { version }] of changed) {
          const was = before.get(id)?.version;
          if (was !== undefined) expect(version).toBeGreaterThan(was);
        }
        if (result !== null && 'kind' in result) {
          const isRefused = ['changed', 'notNow', 'gone'].includes(result.kind);
          if (isRefused) expect(changed).toEqual([]);
          if (result.kind === 'done' || result.kind === 'changed' || result.kind === 'notNow') told[result.kind] += 1;
        }
        before = after;
      }
    }),
    { numRuns: 20 },
  );
  // Else nothing was shown.
  expect(Math.min(...Object.values(told))).toBeGreaterThan(5);
}, 60_000);
