import { describe, expect, test } from 'vitest';
import {
  whyNotLeft,
  whyNotLookedAfter,
  whyNotMove,
  whyNotResolve,
  whyNotSeen,
  whyNotUndo,
  whyNotWaitAgain,
  type Standing,
} from '../../../../main/domain/desk/actions';

const slot = { arrivalId: 'a', state: 'arrived', clinician: 'Dr Anita Rao', booked: 'Dr Anita Rao' } as const;
const waiting: Standing = { slots: [slot], notCheckedIn: null, doneAs: null, hasOpenCall: false };
const disputed: Standing = { ...waiting, slots: [{ ...slot, state: 'disputed' }], notCheckedIn: 'disputed' };
const early: Standing = { ...waiting, slots: [], notCheckedIn: 'tooEarly' };
const to = { clinician: 'Dr James Field', isHereToday: true };

describe('what staff may do with a row', () => {
  test('that waits is everything but what is over or never was', () => {
    expect([
      whyNotSeen(waiting),
      whyNotLeft(waiting),
      whyNotUndo(waiting, 'a'),
      whyNotMove(waiting, 'a', to),
      whyNotMove(waiting, 'a', null),
    ]).toEqual([null, null, null, null, null]);
    expect(whyNotWaitAgain(waiting)).toContain('waiting already');
    expect(whyNotResolve(waiting)).toContain('disputes');
    expect(whyNotLookedAfter(waiting)).toContain('"Seen" or "Left"');
  });

  test.each(['seen', 'left'] as const)('that is done as %s is to let them wait again', (doneAs) => {
    const done = { ...waiting, doneAs };
    expect(whyNotWaitAgain(done)).toBeNull();
    expect(whyNotUndo(done, 'a')).toBeNull();
    for (const why of [whyNotSeen(done), whyNotLeft(done), whyNotMove(done, 'a', to)]) {
      expect(why).toMatch(doneAs === 'seen' ? /seen already/ : /left already/);
    }
  });

  test('that is disputed is to settle it, or to say that they left', () => {
    expect([whyNotResolve(disputed), whyNotLeft(disputed), whyNotLookedAfter(disputed)]).toEqual([null, null, null]);
    expect(whyNotSeen(disputed)).toContain('settle that first');
    expect(whyNotMove(disputed, 'a', to)).toContain('settle that first');
  });

  test('that is here without a check-in is to look after them', () => {
    expect(whyNotLookedAfter(early)).toBeNull();
    expect(whyNotSeen(early)).toContain('not checked in');
    expect(whyNotUndo(early, 'a')).toContain('not there any more');
  });

  test('that is checked in and here for more is to look after that', () => {
    expect(whyNotLookedAfter({ ...waiting, notCheckedIn: 'tooEarly' })).toBeNull();
  });

  test('is not to move who is being called, whose arrival is gone, or to a name that nobody answers to', () => {
    expect(whyNotMove({ ...waiting, hasOpenCall: true }, 'a', to)).toContain('take the call back first');
    expect(whyNotMove(waiting, 'b', to)).toContain('not there any more');
    expect(whyNotMove(waiting, 'a', { ...to, isHereToday: false })).toContain('No clinician');
  });
});
