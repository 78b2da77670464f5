import { expect, test } from 'vitest';
import { callScript } from './call-script.ts';

const choose = (found: Record<string, unknown>) => callScript('shell-choice.mjs', 'chooseShell', [found]);

const electron = '/somewhere/electron';

test.each([{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])('with a display %o Electron opens', (env) => {
  expect(choose({ platform: 'linux', env, electron })).toEqual({ value: { shell: 'electron', electron, args: [] } });
});

// Bug: without Electron's program the start fails, or starts a download that a closed network never answers.
test('without Electron the Chromium shell opens, and one line says so', () => {
  expect(choose({ platform: 'linux', env: { DISPLAY: ':0' } })).toEqual({
    value: { shell: 'chromium', args: [], say: expect.stringMatching(/^[^\n]*demonstration books only\.$/) },
  });
});

// Bug: on a server the start dies with a message of the window system.
test.each([{}, { DISPLAY: '' }])('without a display %o the demonstration is walked through, Electron or not', (env) => {
  const walk = { value: { shell: 'chromium', args: ['--demo-walk'], say: expect.stringContaining('out/demo/') } };
  expect(choose({ platform: 'linux', env })).toEqual(walk);
  expect(choose({ platform: 'linux', env, electron })).toEqual(walk);
});

test('macOS has a display without saying so', () => {
  expect(choose({ platform: 'darwin', env: {}, electron })).toMatchObject({ value: { shell: 'electron' } });
});
