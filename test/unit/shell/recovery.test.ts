import { describe, expect, it } from 'vitest';
import { createRecoveryBudget } from '../../../main/shell/recovery';

describe('the recovery budget', () => {
  it('reloads three times in a row and then starts the program anew', () => {
    const budget = createRecoveryBudget();
    expect([0, 1000, 2000, 3000].map((at) => budget.spend(at))).toEqual(['reload', 'reload', 'reload', 'relaunch']);
  });

  it('is restored after a healthy minute', () => {
    const budget = createRecoveryBudget();
    for (const at of [0, 1000, 2000]) budget.spend(at);
    expect(budget.spend(62_000)).toBe('reload');
    expect(budget.spend(63_000)).toBe('reload');
  });

  it('is not restored a moment before the minute is over', () => {
    const budget = createRecoveryBudget();
    for (const at of [0, 1000, 2000]) budget.spend(at);
    expect(budget.spend(61_999)).toBe('relaunch');
  });
});
