import { defineConfig } from 'vitest/config';

/** Ordinary tests: real encrypted databases and real files, two files at a time. */
const unit = {
  name: 'unit',
  include: ['tests/**/*.test.{ts,tsx}'],
  exclude: ['tests/{e2e,electron,bench}/**'],
  maxWorkers: 2,
  testTimeout: 30_000,
  hookTimeout: 30_000,
  expect: { poll: { timeout: 20_000 } },
};

/**
 * The whole application in Chromium: one file at a time, because each of them fills both cores. A state is waited for,
 * not timed: only what never comes fails.
 */
const e2e = {
  name: 'e2e',
  include: ['tests/e2e/**/*.e2e.ts'],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
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
