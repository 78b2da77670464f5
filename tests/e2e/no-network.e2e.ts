import { execFile, execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const WHOLE_RUN = join(import.meta.dirname, '../fixtures/whole-run.ts');
const isRoot = process.getuid?.() === 0;

/**
 * A network of its own with an open door: one interface with a default route, so that whatever is asked of the network
 * leaves it and is counted, name look-ups included. IPv6 is off there because the kernel itself would speak on it.
 */
const OPEN_DOOR = `set -e
ip link set lo up
ip link add v0 type veth peer name v1
for one in v0 v1; do echo 1 > /proc/sys/net/ipv6/conf/$one/disable_ipv6 2> /dev/null || true; done
ip addr add 10.9.0.2/24 dev v0
ip link set v0 up
ip link set v1 up
ip route add default via 10.9.0.1
ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:01 dev v0`;

const canIsolate = isRoot && succeeds('unshare', ['-n', 'sh', '-c', OPEN_DOOR]);
const canBecomeNobody = isRoot && succeeds('runuser', ['-u', 'nobody', '--', process.execPath, '--check', WHOLE_RUN]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-run-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the whole run printed. */
async function run(command: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(command, [...args], { maxBuffer: 1024 * 1024 });
  return JSON.parse(stdout);
}

const wellDone = { answers: [true, true, true], pdf: true, page: 'Vernebok', refused: [] };

// `route` of the driver does not see Chromium's own traffic: updates, look-ups, dictionaries, time.
test.runIf(canIsolate)('a whole run sends not one packet, from whatever process, to wherever', async () => {
  const inside = `${OPEN_DOOR}\nexec "$@"`;
  const args = ['-n', 'sh', '-c', inside, 'sh', process.execPath, WHOLE_RUN, folder, 'own'];
  const told = await run('unshare', args);
  expect(told).toMatchObject({ ...wellDone, sent: 0 });
  // The same door, with one packet sent on purpose.
  expect(told.counted).toBe(1);
});

// As root the sandbox is off, so only this shows that the application works inside it.
test.runIf(!isRoot || canBecomeNobody)('a whole run works for an ordinary user, inside the sandbox', async () => {
  const own = [process.execPath, WHOLE_RUN, folder] as const;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const told = isRoot
    ? await run('runuser', ['-u', 'nobody', '--', 'env', `HOME=${folder}`, ...own])
    : await run(own[0], own.slice(1));
  expect(told).toMatchObject({ ...wellDone, sandbox: true });
});

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
