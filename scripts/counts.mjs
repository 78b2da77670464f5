/** Counts of tests over all suites, from Vitest's JSON reports. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** @returns {Counts} */
export function noCounts() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Adds to `sum` what one suite counted.
 *
 * @param {Counts} sum
 * @param {{passed: number, failed: number, skipped?: number}} more
 */
export function addCounts(sum, more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped ?? 0;
}

/**
 * Counts one report. A file that could not be loaded holds no tests and would count as nothing, so it counts as one
 * failed test; so does a run that ended badly without saying which test it was, and one that found no test.
 *
 * @param {string} file
 * @param {number} exitCode of the run that wrote it
 * @returns {Counts}
 */
export function countReport(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {{status: string, assertionResults: unknown[]}[]} */
  const files = report.testResults;
  const unloaded = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloaded.length;
  const silent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * @param {Counts} counts
 * @returns {string} the last line of `npm test`
 */
export function lastLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
