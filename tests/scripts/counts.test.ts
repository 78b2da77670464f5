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

// Bug: of a run whose middle was not kept, nobody can tell which test failed.
test('what failed is named, each with its file and the first line of what it said', () => {
  const testResults = [
    {
      name: '/tree/tests/a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'a holds' },
        { status: 'failed', fullName: 'a breaks', failureMessages: ['expected 1 to be 2\n    at a.test.ts:3'] },
      ],
    },
    { name: '/tree/tests/b.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
    { name: '/tree/tests/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'c' }] },
  ];
  using tree = makeTree({ 'report.json': report({ testResults }) });
  expect(callScript('counts.mjs', 'failures', [tree.path('report.json'), '/tree'])).toEqual({
    value: ['tests/a.test.ts: a breaks: expected 1 to be 2', 'tests/b.test.ts: no such import'],
  });
});

test('the last line is plain', () => {
  expect(callScript('counts.mjs', 'lastLine', [{ passed: 12, failed: 0, skipped: 3 }])).toEqual({
    value: 'tests: 12 passed, 0 failed, 3 skipped',
  });
});
