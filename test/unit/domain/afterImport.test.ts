import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContradicted, newlyCalledAt } from '../../../main/domain/afterImport';
import type { AppointmentStatus, Arrival } from '../../../main/domain/types';
import { appointment, arrival } from './support/samples';

const older = '2026-11-23T09:30:00.000Z';
const arrivedAt = '2026-11-23T09:58:00.000Z';
const newer = '2026-11-23T10:15:00.000Z';

function arrived(change: Partial<Arrival> = {}): Arrival {
  return arrival(appointment(), { arrivedAt, state: 'arrived', calledAt: null, ...change });
}

const statuses: AppointmentStatus[] = [
  'booked',
  'arrived',
  'sentIn',
  'seen',
  'left',
  'didNotAttend',
  'cancelled',
  'unknown',
];

test.each<[AppointmentStatus, boolean, boolean]>([
  ['booked', false, false],
  ['arrived', false, false],
  ['sentIn', true, false],
  ['seen', true, false],
  ['left', true, false],
  ['didNotAttend', false, true],
  ['cancelled', false, true],
  ['unknown', false, false],
])('a newer list that says %s: called in is %s, contradicted is %s', (status, isCalled, contradicted) => {
  const listed = { status, listAsOf: newer };
  expect(newlyCalledAt(arrived(), listed)).toBe(isCalled ? newer : null);
  expect(isContradicted(arrived(), listed)).toBe(contradicted);
});

describe('an arrival', () => {
  test('is not contradicted by a list that is older than it, nor by one of the same instant', () => {
    expect(isContradicted(arrived(), { status: 'cancelled', listAsOf: older })).toBe(false);
    expect(isContradicted(arrived(), { status: 'cancelled', listAsOf: arrivedAt })).toBe(false);
  });

  test.each(['sentIn', 'seen', 'left'] as const)('is not called in by a list that said %s before it', (status) => {
    expect(newlyCalledAt(arrived(), { status, listAsOf: older })).toBeNull();
    expect(newlyCalledAt(arrived(), { status, listAsOf: arrivedAt })).toBeNull();
  });

  test('keeps the instant of the call that is known already', () => {
    const called = arrived({ calledAt: '2026-11-23T10:01:00.000Z' });
    expect(newlyCalledAt(called, { status: 'seen', listAsOf: newer })).toBeNull();
  });

  test('that is disputed is neither called in nor contradicted, whatever a list says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.constantFrom(older, arrivedAt, newer), (status, listAsOf) => {
        const disputed = arrived({ state: 'disputed' });
        expect(newlyCalledAt(disputed, { status, listAsOf })).toBeNull();
        expect(isContradicted(disputed, { status, listAsOf })).toBe(false);
      }),
    );
  });
});
