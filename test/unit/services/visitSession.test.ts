import { describe, expect, it } from 'vitest';
import { createChanges } from '../../../main/services/changes';
import { createVisitSession, type HeldEnding } from '../../../main/services/visitSession';
import { createFakeTimers, createSilentLog } from '../../support/fakePorts';

const idle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };
const ending: HeldEnding = { kind: 'good', visitId: 'v', arrivalIds: ['a'], subjectId: 's', questions: [] };

function startSession() {
  const timers = createFakeTimers();
  const changes = createChanges();
  const log = createSilentLog();
  const session = createVisitSession({ idle, timers, changes, log });
  return { timers, changes, log, session };
}

describe("main's side of a visit", () => {
  it('knows an ending only while its visitor is there', () => {
    const { session } = startSession();
    session.hold('h', ending);
    expect(session.find('h')).toEqual(ending);
    expect(session.find('other')).toBeNull();
    session.end(true);
    expect(session.find('h')).toBeNull();
  });

  it('holds the reference or the ticket of the last ending, and nothing once the visit is over', () => {
    const { session } = startSession();
    expect(session.paper()).toBeNull();
    for (const end of [() => session.end(true), () => session.end(false), () => session.endByMain()]) {
      session.give({ kind: 'ticket', ticket: 'K7P' });
      expect(session.paper()).toEqual({ holds: { kind: 'ticket', ticket: 'K7P' }, prints: 0 });
      end();
      expect(session.paper()).toBeNull();
    }
    session.give({ kind: 'ticket', ticket: 'K7P' });
    session.give(null);
    expect(session.paper()).toBeNull();
  });

  it('knows a paper again that is given again, and gives up the one of an ending that was not theirs', () => {
    const { session } = startSession();
    session.give({ kind: 'ticket', ticket: 'K7P' });
    const first = session.paper();
    session.give({ kind: 'reference', reference: 'DFJ-KM2' });
    expect(session.paper()).toMatchObject({ holds: { kind: 'reference' } });
    session.give({ kind: 'ticket', ticket: 'K7P' });
    expect(session.paper()).toBe(first);
    session.hold('h', ending);
    session.forget('h');
    expect(session.paper()).toBeNull();
  });

  it('is ended by main when the page has been silent for longer than any idle time', async () => {
    const { session, timers, changes, log } = startSession();
    const told = new Promise<void>((resolve) => {
      changes.subscribe(['session'], resolve);
    });
    session.touch();
    session.hold('h', ending);
    timers.advance(139_000);
    expect(session.find('h')).toEqual(ending);
    timers.advance(10_000);
    await told;
    expect(session.find('h')).toBeNull();
    expect(session.visitsEnded()).toBe(1);
    expect(log.events).toContain('visit.endedByMain');
  });

  it('forgets the endings, but not the failures, when the same person checks in somebody else', () => {
    const { session } = startSession();
    session.hold('h', ending);
    session.noteFailure();
    session.end(false);
    expect(session.find('h')).toBeNull();
    expect(session.isOpen()).toBe(true);
    expect(session.failuresInRow()).toBe(1);
  });

  it('counts failures in a row from the beginning after a success, and for the next visitor', () => {
    const { session, timers } = startSession();
    session.noteFailure();
    session.noteFailure();
    expect(session.failuresInRow()).toBe(2);
    session.noteSuccess();
    expect(session.failuresInRow()).toBe(0);
    session.noteFailure();
    session.end(true);
    expect(session.failuresInRow()).toBe(0);
    session.noteFailure();
    session.touch();
    timers.advance(150_000);
    expect(session.visitsEnded()).toBe(1);
    expect(session.failuresInRow()).toBe(0);
  });

  it('is another one after every end, from either side, also when the same person goes on', () => {
    const { session } = startSession();
    const seen = [session.generation()];
    for (const end of [() => session.end(true), () => session.end(false), () => session.endByMain()]) {
      end();
      seen.push(session.generation());
      session.touch();
      session.hold('h', ending);
      expect(session.generation()).toBe(seen.at(-1));
    }
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other));
    expect(seen).toHaveLength(4);
  });

  it('is not ended again while nobody is there', () => {
    const { session, timers } = startSession();
    timers.advance(1_000_000);
    expect(session.visitsEnded()).toBe(0);
  });

  it('goes on as long as somebody touches the screen', () => {
    const { session, timers } = startSession();
    for (let minute = 0; minute < 60; minute += 1) {
      session.touch();
      timers.advance(60_000);
    }
    expect(session.visitsEnded()).toBe(0);
  });
});
