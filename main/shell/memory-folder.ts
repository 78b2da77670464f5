import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that never reaches a disk, or null where there is none to write to. */
export function memoryFolder(): string | null {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return null;
  }
}

/**
 * Makes a fresh folder in memory where the machine offers that, else in the temp folder; those whose owner was killed
 * before it could remove its own are removed first.
 * @param prefix what every such folder's name begins with; the process id of its owner follows
 */
export function freshFolder(prefix: string): string {
  const around = memoryFolder() ?? tmpdir();
  removeLeftOver(around, prefix);
  return mkdtempSync(join(around, `${prefix}${process.pid}-`));
}

function removeLeftOver(around: string, prefix: string): void {
  for (const name of readdirSync(around)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    try {
      rmSync(join(around, name), { recursive: true, force: true });
    } catch {
      // Another person's folder stays theirs.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another person's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
