import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calibrate, chooseCost } from '#main/vault/calibrate.ts';
import { deriveWrapKey, isAllowedCost, type KdfCost, LEAST_COST, MOST_COST } from '#main/vault/kdf.ts';
import { errorOf } from './casebook.ts';

const GIB = 1024 ** 3;

describe('deriveWrapKey', () => {
  // Would catch: another variant, version or order of parameters than the file says, which no other program could open.
  it('is Argon2id as OpenSSL computes it', async () => {
    const passphrase = new TextEncoder().encode('blåbærsyltetøy');
    const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const { memoryKiB, passes, lanes } = LEAST_COST;
    const theirs = argon2Sync('argon2id', {
      message: passphrase,
      nonce: salt,
      parallelism: lanes,
      tagLength: 32,
      memory: memoryKiB,
      passes,
    });
    expect((await deriveWrapKey(passphrase, salt, LEAST_COST)).toString('hex')).toBe(theirs.toString('hex'));
  });

  // Would catch: bounds that are looked at after the work (these would take hours, or all memory).
  it.each([
    { ...LEAST_COST, memoryKiB: 2 ** 31 },
    { ...LEAST_COST, passes: 2 ** 31 },
    { ...LEAST_COST, lanes: 255 },
    { ...LEAST_COST, memoryKiB: LEAST_COST.memoryKiB - 8 },
    { ...LEAST_COST, passes: Number.NaN },
  ])('refuses %j', async (cost) => {
    expect((await errorOf(deriveWrapKey(new Uint8Array(1), Buffer.alloc(16), cost))).code).toBe('COST_REFUSED');
    expect((await errorOf(chooseCost({ cost }))).code).toBe('COST_REFUSED');
  });
});

describe('calibrate', () => {
  /** A machine that fills `mibPerMs` of memory in each ms. */
  const machine = (mibPerMs: number) => {
    const asked: KdfCost[] = [];
    const timeOf = ({ memoryKiB, passes }: KdfCost) => (memoryKiB / 1024 / mibPerMs) * passes;
    const measure = async (cost: KdfCost) => {
      asked.push(cost);
      return timeOf(cost);
    };
    return { asked, timeOf, measure };
  };

  // Would catch: a factor the wrong way round, which would make slow machines slower.
  it.each([0.5, 1, 2, 4])('comes near the target at %d MiB a ms', async (speed) => {
    const { measure, timeOf } = machine(speed);
    const cost = await calibrate(700, measure, 64 * GIB);
    expect(timeOf(cost)).toBeGreaterThan(500);
    expect(timeOf(cost)).toBeLessThan(900);
    expect(cost.passes).toBe(3);
  });

  // Would catch: a slow machine that talks the cost below what RFC 9106 recommends.
  it('stays at the least cost on a machine too slow for it', async () => {
    expect(await calibrate(700, machine(0.01).measure, 64 * GIB)).toEqual(LEAST_COST);
    expect(await calibrate(1, machine(1).measure, 64 * GIB)).toEqual(LEAST_COST);
  });

  // Would catch: a book that takes all memory of the machine, or cannot be opened on a smaller one.
  it('adds passes where memory is at its limit, and stays within what is read', async () => {
    const fast = await calibrate(700, machine(1000).measure, 64 * GIB);
    expect(fast.memoryKiB).toBe(1024 * 1024);
    expect(fast.passes).toBe(MOST_COST.passes);
    const small = machine(4);
    const cost = await calibrate(700, small.measure, GIB);
    expect(cost.memoryKiB).toBe(128 * 1024);
    expect(cost.passes).toBeGreaterThan(15);
    expect([fast, cost, ...small.asked].every(isAllowedCost)).toBe(true);
  });
});
