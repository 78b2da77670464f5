import { defineConfig } from 'vitest/config';
import { WAIT_MS } from './tests/helpers/waiting.ts';

/** What comes is waited for, in every suite alike, as long as a busy machine may take: only what never comes fails. */
const waiting = {
  testTimeout: 3 * WAIT_MS,
  hookTimeout: 3 * WAIT_MS,
  expect: { poll: { timeout: WAIT_MS } },
};

/** Ordinary tests: real encrypted databases and real files, two files at a time. */
const unit = {
  name: 'unit',
  include: ['tests/**/*.test.{ts,tsx}'],
  exclude: ['tests/{e2e,electron,bench}/**'],
  maxWorkers: 2,
  ...waiting,
};

/** The whole application in Chromium: one file at a time, because each of them fills both cores. */
const e2e = {
  name: 'e2e',
  include: ['tests/e2e/**/*.e2e.ts'],
  fileParallelism: false,
  ...waiting,
};

/** The same thread in Electron. `npm test` names Electron's program in the environment where it has been fetched. */
const electron = { ...e2e, name: 'electron', include: ['tests/electron/**/*.e2e.ts'] };

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [unit, e2e, ...(process.env.VERNEBOK_ELECTRON ? [electron] : [])].map((test) => ({
      extends: true,
      test,
    })),
  },
});
