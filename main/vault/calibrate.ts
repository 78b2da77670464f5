import { randomBytes } from 'node:crypto';
import { VaultError } from './errors.ts';
import {
  deriveWrapKey,
  isAllowedCost,
  type KdfCost,
  LEAST_COST,
  MOST_COST,
  machineMemoryBytes,
  SALT_BYTES,
} from './kdf.ts';

/** What one try of a passphrase should take on the machine where the slot is made, in ms. */
const TARGET_MS = 700;

/** How the cost of a new slot is chosen: as given, or measured. */
export interface CostChoice {
  /** Used as it is. Without it the cost is calibrated. */
  readonly cost?: KdfCost;
  /** What the calibration aims at, in ms. */
  readonly targetMs?: number;
}

/** Most that calibration asks for: a book must open on the next machine too. */
const MOST_MEMORY_KIB = 1024 * 1024;
const MEMORY_STEP_KIB = 8 * 1024;
const ROUNDS = 3;

/**
 * The cost for a new slot, never below LEAST_COST. Calibrating takes about two seconds.
 * @throws VaultError COST_REFUSED when the given cost is out of bounds
 */
export async function chooseCost({ cost, targetMs = TARGET_MS }: CostChoice): Promise<KdfCost> {
  if (cost === undefined) return calibrate(targetMs, measure, machineMemoryBytes());
  if (!isAllowedCost(cost)) throw new VaultError('COST_REFUSED');
  return cost;
}

/**
 * The cost whose derivation takes about `targetMs`, following RFC 9106 section 4: lanes fixed, memory first, and more
 * passes only where memory is at its limit (1 GiB, and an eighth of the machine).
 * @param measureMs time of one derivation at a cost, in ms
 */
export async function calibrate(
  targetMs: number,
  measureMs: (cost: KdfCost) => Promise<number>,
  memoryBytes: number,
): Promise<KdfCost> {
  const limitKiB = Math.max(LEAST_COST.memoryKiB, Math.min(MOST_MEMORY_KIB, memoryBytes / 8 / 1024));
  let cost = LEAST_COST;
  // The first derivations run cold and time does not grow quite with memory: so measure, scale, and look again.
  for (let round = 0; round < ROUNDS; round++) {
    const factor = targetMs / Math.max(await measureMs(cost), 1);
    if (factor > 0.8 && factor < 1.25) break;
    cost = scaled(cost, factor, limitKiB);
  }
  return cost;
}

function scaled(cost: KdfCost, factor: number, limitKiB: number): KdfCost {
  const work = cost.memoryKiB * cost.passes * factor;
  const wanted = Math.min(work / LEAST_COST.passes, limitKiB);
  const memoryKiB = Math.max(LEAST_COST.memoryKiB, Math.floor(wanted / MEMORY_STEP_KIB) * MEMORY_STEP_KIB);
  const passes = Math.min(MOST_COST.passes, Math.max(LEAST_COST.passes, Math.floor(work / memoryKiB)));
  return { memoryKiB, passes, lanes: cost.lanes };
}

async function measure(cost: KdfCost): Promise<number> {
  const startedAt = performance.now();
  await deriveWrapKey(randomBytes(32), randomBytes(SALT_BYTES), cost);
  return performance.now() - startedAt;
}
