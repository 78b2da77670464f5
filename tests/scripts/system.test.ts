import { describe, expect, test } from 'vitest';
import { callScript } from './call-script.ts';
import { makeTree } from './tree.ts';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';

describe('the version of Node', () => {
  // Bug: comparing as text, where 20.9 is "newer" than 20.19 and 100 is "older" than 20.
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0', '100.0.0'])('%s is taken', (version) => {
    expect(callScript('system.mjs', 'checkNode', [version])).toEqual({ value: null });
  });

  test.each(['18.20.4', '20.9.0', '20.18.3', '8.19.0'])('%s is refused with both versions named', (version) => {
    expect(callScript('system.mjs', 'checkNode', [version])).toMatchObject({
      error: { code: 'SETUP_STOPPED', message: expect.stringMatching(new RegExp(`20\\.19 or newer.*${version}`, 's')) },
    });
  });
});

describe('the family of systems', () => {
  // Bug: taking ID_LIKE=debian of Ubuntu for Debian and installing its stub of Chromium.
  test.each([
    ['Debian', debian, 'debian'],
    ['Ubuntu', ubuntu, 'ubuntu'],
    ['Mint, made from Ubuntu', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
    ['a Debian for small computers', 'ID=raspbian\nID_LIKE=debian\n', 'debian'],
    ['Fedora', 'ID=fedora\n', 'other'],
    ['no file at all', '', 'other'],
  ])('%s', (_name, osRelease, family) => {
    expect(callScript('system.mjs', 'systemFamily', [osRelease])).toEqual({ value: family });
  });
});

describe('the plan for missing packages', () => {
  const plan = (found: Record<string, unknown>) => {
    const answer = callScript('system.mjs', 'planPackages', [found]);
    if (!('value' in answer)) throw new Error(answer.error.message);
    return answer.value as { install: string[]; stop?: string };
  };

  // Bug: calling apt-get on every start, or stopping a person who has everything.
  test('nothing missing: nothing to do', () => {
    const found = { family: 'debian', isRoot: false, missing: [], chromium: '/usr/bin/chromium' };
    expect(plan(found)).toEqual({ install: [] });
  });

  // Bug: an ordinary user's start fails inside apt-get, or installs half of it.
  test('without root, one command is printed and nothing is installed', () => {
    const found = { family: 'debian', isRoot: false, missing: ['chromium', 'xvfb'] };
    const { install, stop } = plan(found);
    expect(install).toEqual([]);
    expect(stop).toContain('sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium xvfb');
  });

  test('as root the missing packages are installed', () => {
    expect(plan({ family: 'debian', isRoot: true, missing: ['chromium', 'xvfb'] })).toEqual({
      install: ['chromium', 'xvfb'],
    });
  });

  // Bug: apt's chromium on Ubuntu installs a snap, which cannot be driven over a pipe.
  test('on Ubuntu apt is never asked for Chromium, and the words say where to get one', () => {
    const { install, stop } = plan({ family: 'ubuntu', isRoot: true, missing: ['chromium', 'xvfb'] });
    expect(install).toEqual(['xvfb']);
    expect(stop).toMatch(/not a snap/);
    expect(stop).toContain('VERNEBOK_CHROMIUM');
  });

  test('on Ubuntu with a Chromium of another origin nothing stops', () => {
    const found = { family: 'ubuntu', isRoot: false, missing: ['chromium'], chromium: '/usr/bin/google-chrome' };
    expect(plan(found)).toEqual({ install: [] });
  });
});

describe('finding Chromium', () => {
  // Bug: Ubuntu's stub lies at the very path of the real program and is taken for it.
  test("Ubuntu's stub is passed over for a real program", () => {
    using tree = makeTree();
    tree.command('stub/chromium', 'exec /snap/bin/chromium "$@"');
    tree.command('real/google-chrome', 'true');
    const path = `${tree.path('stub')}:${tree.path('real')}`;
    expect(callScript('system.mjs', 'findChromium', [{ PATH: path }])).toEqual({
      value: tree.path('real/google-chrome'),
    });
    expect(callScript('system.mjs', 'findChromium', [{ PATH: tree.path('stub') }])).toEqual({ value: null });
  });

  test('the one named in the environment wins', () => {
    const environment = { PATH: '/usr/bin', VERNEBOK_CHROMIUM: '/opt/chromium/chrome' };
    expect(callScript('system.mjs', 'findChromium', [environment])).toEqual({ value: '/opt/chromium/chrome' });
  });
});
