import { expect, test } from 'vitest';
import { callScript } from './call-script.ts';
import { makeTree } from './tree.ts';

const report = (counts: Record<string, unknown>) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...counts,
  });

function count(content: string | null, exitCode: number) {
  using tree = makeTree(content === null ? {} : { 'report.json': content });
  return callScript('counts.mjs', 'countReport', [tree.path('report.json'), exitCode]);
}

test('passed, failed and skipped are taken from the report', () => {
  const content = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(count(content, 1)).toEqual({ value: { passed: 7, failed: 2, skipped: 2 } });
});

// Bug: a test file with a wrong import holds no tests, and the sum of failures is 0.
test('a file that could not be loaded counts as failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(count(report({ numPassedTests: 7, testResults }), 1)).toMatchObject({ value: { passed: 7, failed: 1 } });
});

// Bug: a run that crashed, or whose file patterns match nothing, is green.
test.each([
  ['there is no report', null, 0],
  ['no test ran', report({}), 0],
  ['the run ended badly without naming a test', report({ numPassedTests: 3 }), 1],
])('counts as failed when %s', (_name, content, exitCode) => {
  expect(count(content, exitCode)).toMatchObject({ value: { failed: 1 } });
});

test('the last line is plain', () => {
  expect(callScript('counts.mjs', 'lastLine', [{ passed: 12, failed: 0, skipped: 3 }])).toEqual({
    value: 'tests: 12 passed, 0 failed, 3 skipped',
  });
});
