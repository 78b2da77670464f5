import { expect, test } from 'vitest';
import { findChromium } from '#main/shell/chromium-program.ts';
import { chromiumSwitches } from '#main/shell/chromium-switches.ts';

test('the program named in the environment is used before any other', () => {
  expect(findChromium({ VERNEBOK_CHROMIUM: '/somewhere/chromium', PATH: '/usr/bin' })).toBe('/somewhere/chromium');
});

test('a debugging port is never opened, and the sandbox is left on unless that was asked for', () => {
  const switches = chromiumSwitches({ headless: true, profile: '/p', sandbox: true });
  expect(switches).toContain('--remote-debugging-pipe');
  expect(switches.filter((one) => one.startsWith('--remote-debugging-port'))).toEqual([]);
  expect(switches).not.toContain('--no-sandbox');
  expect(chromiumSwitches({ headless: true, profile: '/p', sandbox: false })).toContain('--no-sandbox');
});

// The driver's default: shared memory, and with it what is on the page, would lie in the temp folder.
test('shared memory stays in memory', () => {
  expect(chromiumSwitches({ headless: true, profile: '/p', sandbox: true })).not.toContain('--disable-dev-shm-usage');
});
