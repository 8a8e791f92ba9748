import { expect, test } from 'vitest';
import { canBeKnown } from '../../../main/domain/knowing';

test.each([
  [0, true],
  [120_000, true],
  [120_001, false],
  [3_600_000, false],
  [null, false],
])(
  'in real use an arrival can be known when a desk was seen %s milliseconds ago: %s',
  (deskSeenMilliseconds, known) => {
    expect(canBeKnown({ mode: 'live', deskSeenMilliseconds })).toBe(known);
  },
);

test.each(['demonstration', 'trial'] as const)('in a %s it always can', (mode) => {
  for (const deskSeenMilliseconds of [null, 0, 3_600_000]) {
    expect(canBeKnown({ mode, deskSeenMilliseconds })).toBe(true);
  }
});
