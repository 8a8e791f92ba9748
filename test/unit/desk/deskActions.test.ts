import { describe, expect, test } from 'vitest';
import { actionsOf, extrasOf, nextAction, openAppointments, unmarkedOf } from '../../../renderer/desk/flow/actions';
import { actionOfKey } from '../../../renderer/desk/flow/keys';
import { appointment, call, idOf, row } from './deskRows';

const called = (changes: Parameters<typeof call>[0] = {}) => row(1, { stage: 'called', call: call(changes) });

describe('what can be done with somebody who waits', () => {
  test('is to call them, quietly or in person, where the practice calls from here', () => {
    expect(actionsOf(row(1), 'here')).toEqual(['call', 'quiet', 'fetch', 'seen', 'left']);
    expect(nextAction(row(1), 'here')).toBe('call');
  });

  test('is only to fetch them if they would not see or hear a call, or staff always fetch', () => {
    expect(actionsOf(row(1, { isToFetch: true }), 'here')).toEqual(['fetch', 'seen', 'left']);
    expect(actionsOf(row(1), 'staffFetch')).toEqual(['fetch', 'seen', 'left']);
  });

  test('is no call where the clinical system calls', () => {
    expect(actionsOf(row(1), 'clinicalSystem')).toEqual(['seen', 'left']);
    expect(nextAction(row(1), 'clinicalSystem')).toBeNull();
  });
});

describe('what can be done with somebody who is called', () => {
  test('is to call again or say what came of it', () => {
    expect(actionsOf(called(), 'here')).toEqual(['cameIn', 'again', 'didNotAnswer', 'left', 'cancel']);
    expect(nextAction(called(), 'here')).toBe('cameIn');
  });

  test('is to go and look, before they can be put down as not having answered', () => {
    expect(actionsOf(called({ needsLook: true }), 'here')).not.toContain('didNotAnswer');
    expect(actionsOf(called({ needsLook: true }), 'here')).toContain('looked');
    const looked = called({ needsLook: true, lookedAt: '2026-11-23T08:55:00.000Z' });
    expect(actionsOf(looked, 'here')).toContain('didNotAnswer');
    expect(actionsOf(looked, 'here')).not.toContain('looked');
  });

  test('is not to call again who is being fetched, nor anything of a call that the clinical system made', () => {
    expect(actionsOf(called({ kind: 'fetch' }), 'here')).not.toContain('again');
    expect(actionsOf(row(1, { stage: 'called' }), 'here')).toEqual(['seen', 'left']);
    expect(actionsOf(row(1, { stage: 'called', call: call({ outcome: 'didNotAnswer' }) }), 'here')).toEqual([
      'seen',
      'left',
    ]);
  });
});

describe('what can be done with the others', () => {
  test('is to check in by hand or look after who is not checked in', () => {
    const open = appointment({ state: 'notArrived', arrivalId: null });
    expect(actionsOf(row(1, { stage: 'notCheckedIn', appointments: [open] }), 'here')).toEqual([
      'checkIn',
      'lookedAfter',
    ]);
    expect(actionsOf(row(1, { stage: 'notCheckedIn', appointments: [] }), 'here')).toEqual(['lookedAfter']);
  });

  test('is to bring back who was seen or left by mistake, but not who the list has finished', () => {
    expect(actionsOf(row(1, { stage: 'done', doneAs: 'left' }), 'here')).toEqual(['waitAgain']);
    expect(actionsOf(row(1, { stage: 'done', doneAs: 'finishedByList' }), 'here')).toEqual([]);
  });

  test('is to settle a disputed arrival, which nothing does by itself', () => {
    const disputed = row(1, { stage: 'notCheckedIn', appointments: [appointment({ state: 'disputed' })] });
    expect(actionsOf(disputed, 'here')).toEqual(['theirs', 'notTheirs', 'lookedAfter']);
    expect(nextAction(disputed, 'here')).toBeNull();
  });

  test('is to check in to what is still held, and to a cancelled appointment only if there is nothing else', () => {
    const one = (appointmentId: number | null, listed: 'booked' | 'cancelled') =>
      appointment({ state: 'notArrived', arrivalId: null, appointmentId, listed });
    const both = row(1, { appointments: [one(4, 'cancelled'), one(5, 'booked'), one(null, 'booked'), appointment()] });
    expect(openAppointments(both)).toEqual([5]);
    expect(openAppointments(row(1, { appointments: [one(4, 'cancelled')] }))).toEqual([4]);
  });

  test('is to mark what is not marked in the clinical system, and not what is disputed', () => {
    const unmarked = appointment({ arrivalId: idOf(901), isMarked: false });
    const disputed = appointment({ arrivalId: idOf(902), isMarked: false, state: 'disputed' });
    expect(unmarkedOf(row(1, { appointments: [appointment(), unmarked, disputed] }))).toEqual([idOf(901)]);
    expect(actionsOf(row(1, { appointments: [unmarked] }), 'here')).toContain('mark');
  });

  test('is to flag, move and undo only where that is possible', () => {
    expect(extrasOf(row(1))).toEqual(['note', 'flag', 'move', 'undo']);
    expect(extrasOf(row(1, { isFlagged: true, appointments: [] }))).toEqual(['note', 'unflag']);
    expect(extrasOf(row(1, { stage: 'done', doneAs: 'seen' }))).toEqual(['note', 'flag', 'undo']);
  });
});

describe('a key on a row', () => {
  test('does what its letter says, or what stands in its place', () => {
    expect(actionOfKey('c', row(1), 'here')).toBe('call');
    expect(actionOfKey('C', row(1, { isToFetch: true }), 'here')).toBe('fetch');
    expect(actionOfKey('i', called(), 'here')).toBe('cameIn');
    expect(actionOfKey('s', called(), 'here')).toBe('cameIn');
  });

  test('does nothing that no button offers', () => {
    expect(actionOfKey('c', row(1), 'clinicalSystem')).toBeNull();
    expect(actionOfKey('n', called({ needsLook: true }), 'here')).toBeNull();
    expect(actionOfKey('x', row(1), 'here')).toBeNull();
    expect(actionOfKey('constructor', row(1), 'here')).toBeNull();
  });
});
