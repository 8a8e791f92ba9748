import { isValidNhsNumber } from '../../preload/contract/rules/nhsNumber';

/** Numbers that start so are reserved for tests and belong to nobody (NHS Data Dictionary). */
const testRange = 999;
/** Far apart enough that neighbours in the list do not look numbered through. */
const step = 1237;

/**
 * The first `count` valid NHS numbers of the test range that the demonstration uses, each once, always the same ones.
 * A start whose check digit would be 10 is never issued and is passed over.
 */
export function makeNhsNumbers(count: number): string[] {
  const numbers: string[] = [];
  for (let serial = step; numbers.length < count; serial += step) {
    const start = `${testRange}${String(serial % 1_000_000).padStart(6, '0')}`;
    const number = Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).find(isValidNhsNumber);
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}
