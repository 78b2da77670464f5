/** Counts of tests over all suites, from Vitest's JSON reports. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
/** @typedef {{status: string, fullName: string, failureMessages?: string[]}} Result */

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
 * What failed in one report, to be told once more beside the last line: of a long run only the end may have been kept.
 *
 * @param {string} file
 * @param {string} top the tree: names of files are given from here
 * @returns {string[]} `file: full name of the test: the first line of what it said`; a file that could not be loaded
 *   has no name of a test. Empty where there is no report.
 */
export function failures(file, top) {
  if (!existsSync(file)) return [];
  /** @type {{name: string, status: string, message?: string, assertionResults: Result[]}[]} */
  const files = JSON.parse(readFileSync(file, 'utf8')).testResults;
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const from = relative(top, name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${from}: ${firstLine(message)}`] : [];
    return failed.map((each) => `${from}: ${each.fullName}: ${firstLine(each.failureMessages?.[0])}`);
  });
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '').split('\n', 1)[0];
}

/**
 * @param {Counts} counts
 * @returns {string} the last line of `npm test`
 */
export function lastLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
