import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actSchema, methodSchema } from '../../../../preload/contract/desk/applications';
import { stepSchema } from '../../../../preload/contract/desk/figures';
import { minuteClassOf, minuteClasses, stepOf } from '../../../../main/domain/application/figures';

test('a time is in the smallest class that is not less, and the longest in the last', () => {
  expect([0, 5, 5.01, 60, 61, 131_400, 1e9].map(minuteClassOf)).toEqual([5, 5, 15, 60, 120, 131_400, 131_400]);
  const last = Math.max(...minuteClasses);
  fc.assert(
    fc.property(fc.double({ min: 0, max: last, noNaN: true }), (minutes) => {
      const upTo = minuteClassOf(minutes);
      expect(upTo).toBeGreaterThanOrEqual(minutes);
      expect(minuteClasses.filter((other) => other >= minutes && other < upTo)).toEqual([]);
    }),
  );
});

test('every step of the figures has an act whose time it is, and verifying counts for its method', () => {
  const steps = actSchema.options.flatMap((act) => methodSchema.options.map((method) => stepOf(act, method)));
  expect(new Set(steps)).toEqual(new Set([...stepSchema.options, null]));
  expect(stepOf('verify', 'documents')).toBe('documents');
  expect(stepOf('verifyAsker', 'vouchingWithRecord')).toBe('recordQuestions');
  expect(stepOf('verify', null)).toBeNull();
  for (const act of ['refuse', 'comeBack', 'withdraw', 'expire', 'talk', 'finishTask'] as const)
    expect(stepOf(act, 'documents'), act).toBeNull();
});
