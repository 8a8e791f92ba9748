import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** One check by its exit code. @returns {Counts} */
export const countOne = (isPassed) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 });

/** A runner that failed without naming a failed test failed all the same. */
const atLeastOneFailed = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/**
 * What vitest's JSON report says; a file that could not even be loaded counts as one failure.
 * @param {string} file
 * @param {number} code exit code of the runner.
 * @returns {Counts}
 */
export function countVitest(file, code) {
  const report = readReport(file);
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const counts = { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken.length };
  return atLeastOneFailed(counts, report === null ? 1 : code);
}

/**
 * What Playwright's JSON report says.
 * @param {string} file
 * @param {number} code exit code of the runner.
 * @returns {Counts}
 */
export function countPlaywright(file, code) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky }, report === null ? 1 : code);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
