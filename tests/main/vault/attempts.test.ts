import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedAttempt, type FailedAttempts, takeAttempts, waitAfter } from '#main/vault/attempts.ts';
import { errorOf, temporaryFolder } from './casebook.ts';

const wrong = async () => null;
const right = async () => 'opened';

const fail = async (folder: string, at: number) => {
  const { code, data } = await errorOf(countedAttempt(folder, () => at, wrong));
  return { code, ...data };
};

async function taken(folder: string): Promise<FailedAttempts[]> {
  const kept: FailedAttempts[] = [];
  await takeAttempts(folder, async (attempts) => {
    kept.push(attempts);
  });
  return kept;
}

describe('waiting after wrong passphrases', () => {
  // Would catch: a wait that grows without end, or overflows to none.
  it('doubles from one second to one minute and stays there', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000, 5000].map(waitAfter)).toEqual([
      0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000,
    ]);
  });

  // Would catch: a wait that is only told and not kept, or forgotten by a restart (all state is in the file).
  it('is kept from one call to the next, and a refused try is not counted', async () => {
    await using home = await temporaryFolder();
    expect(await fail(home.path, 10_000)).toEqual({ code: 'PASSPHRASE_WRONG', failedInRow: 1, waitMs: 1000 });
    expect(await fail(home.path, 10_400)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 600 });
    expect(await fail(home.path, 10_999)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 1 });
    expect(await fail(home.path, 11_000)).toEqual({ code: 'PASSPHRASE_WRONG', failedInRow: 2, waitMs: 2000 });
    expect(await fail(home.path, 12_999)).toMatchObject({ code: 'ATTEMPTS_SLOWED' });
    expect(await countedAttempt(home.path, () => 13_000, right)).toBe('opened');
  });

  // Would catch: a slowed try that does the costly work anyway, and so tells by its time whether it was right.
  it('does not try at all while it lasts', async () => {
    await using home = await temporaryFolder();
    await fail(home.path, 10_000);
    let tries = 0;
    const counting = async () => {
      tries++;
      return 'opened';
    };
    expect((await errorOf(countedAttempt(home.path, () => 10_500, counting))).code).toBe('ATTEMPTS_SLOWED');
    expect(tries).toBe(0);
  });

  // Would catch: setting the clock back an hour to get rid of the wait, or being locked out for that hour by it.
  it('starts anew when the clock was set back, and then passes', async () => {
    await using home = await temporaryFolder();
    const hour = 3_600_000;
    for (const at of [hour, hour + 1000, hour + 3000]) await fail(home.path, at);
    expect(await fail(home.path, 1000)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 4000 });
    expect(await fail(home.path, 2000)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 3000 });
    expect(await countedAttempt(home.path, () => 5000, right)).toBe('opened');
    expect(await taken(home.path)).toEqual([{ failedAt: [hour, hour + 1000, hour + 3000], damaged: false }]);
  });

  // Would catch: the clock going back while the passphrase was being tried, which must not free the next try.
  it('runs from the moment the try ended', async () => {
    await using home = await temporaryFolder();
    const clock = [10_000, 10_900];
    const now = () => clock.shift() ?? 0;
    expect((await errorOf(countedAttempt(home.path, now, wrong))).code).toBe('PASSPHRASE_WRONG');
    expect(await fail(home.path, 11_000)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 900 });
  });

  // Would catch: an owner kept out by a file that someone (or a full disk) spoiled.
  it.each([
    ['empty', ''],
    ['not JSON', '{"version":1,'],
    ['of another form', '[]'],
    ['absurd', '{"version":1,"failedAt":[1e300],"waitFromAt":-1,"damaged":false}'],
    ['far too long', 'x'.repeat(100_000)],
  ])('lets a right passphrase in when the file is %s, and tells that it was damaged', async (_, content) => {
    await using home = await temporaryFolder();
    await writeFile(join(home.path, 'attempts'), content);
    expect(await countedAttempt(home.path, () => 0, right)).toBe('opened');
    expect(await taken(home.path)).toEqual([{ failedAt: [], damaged: true }]);
    expect(await readdir(home.path)).toEqual([]);
  });

  // Would catch: damage that is forgotten at the next failure, or a folder in the file's place that stops the counting.
  it('counts on over something that is no file, and remembers that it was there', async () => {
    await using home = await temporaryFolder();
    await mkdir(join(home.path, 'attempts', 'x'), { recursive: true });
    expect(await fail(home.path, 50)).toEqual({ code: 'PASSPHRASE_WRONG', failedInRow: 1, waitMs: 1000 });
    expect(await fail(home.path, 60)).toMatchObject({ code: 'ATTEMPTS_SLOWED' });
    expect(await taken(home.path)).toEqual([{ failedAt: [50], damaged: true }]);
  });

  // Would catch: a wait far in the future, written by hand, that locks the owner out for years.
  it('cannot be made longer than a minute by changing the file', async () => {
    await using home = await temporaryFolder();
    const far = { version: 1, failedAt: Array.from({ length: 900 }, () => 1), waitFromAt: 9e15, damaged: false };
    await writeFile(join(home.path, 'attempts'), JSON.stringify(far));
    expect(await fail(home.path, 1_000)).toEqual({ code: 'ATTEMPTS_SLOWED', waitMs: 60_000 });
    expect(await countedAttempt(home.path, () => 61_000, right)).toBe('opened');
  });

  // Would catch: a file that grows until it is too long to be read, and with that stops the slowing.
  it('keeps the newest thousand and still slows', async () => {
    await using home = await temporaryFolder();
    const failedAt = Array.from({ length: 1000 }, (_, index) => index);
    const full = { version: 1, failedAt, waitFromAt: 999, damaged: false };
    await writeFile(join(home.path, 'attempts'), JSON.stringify(full));
    expect(await fail(home.path, 1e15)).toEqual({ code: 'PASSPHRASE_WRONG', failedInRow: 1000, waitMs: 60_000 });
    expect(await fail(home.path, 1e15 + 1)).toMatchObject({ code: 'ATTEMPTS_SLOWED' });
    const [attempts] = await taken(home.path);
    expect([attempts?.failedAt[0], attempts?.failedAt.length, attempts?.failedAt.at(-1)]).toEqual([1, 1000, 1e15]);
  });
});

describe('takeAttempts', () => {
  // Would catch: attempts that are lost because the log could not be written.
  it('keeps the file when what should keep the list fails, and hands it out again', async () => {
    await using home = await temporaryFolder();
    await fail(home.path, 7);
    const failing = takeAttempts(home.path, async () => {
      throw new Error('log full');
    });
    await expect(failing).rejects.toThrow('log full');
    expect(await readFile(join(home.path, 'attempts'), 'utf8')).toContain('[7]');
    expect(await taken(home.path)).toEqual([{ failedAt: [7], damaged: false }]);
    expect(await taken(home.path)).toEqual([]);
    expect(await fail(home.path, 8)).toMatchObject({ failedInRow: 1 });
  });
});
