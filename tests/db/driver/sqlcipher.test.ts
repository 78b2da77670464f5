import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { describeDriver } from './conformance.ts';

describeDriver(sqlcipherDriver);

it('says nothing on any stream about a wrong key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vernebok-driver-'));
  try {
    const path = JSON.stringify(join(folder, 'a.db'));
    const script = `
      import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
      const made = await sqlcipherDriver.open(${path}, '${randomBytes(32).toString('hex')}', 'create');
      await made.exec('CREATE TABLE t (a)');
      await made.close();
      await sqlcipherDriver.open(${path}, '${randomBytes(32).toString('hex')}', 'write').catch(() => undefined);
    `;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: process.cwd(),
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
