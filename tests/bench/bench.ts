/** One measurement: ours against a peer that does only what cannot be left out. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  /** ours / peer. */
  readonly ratio: number;
  readonly unit: 'ms' | 'MB';
  /** The ratio must not be above it. */
  readonly goal: number;
  readonly ok: boolean;
  /** Where the time goes, and what was measured on, for people. */
  readonly detail: Readonly<Record<string, number | string>>;
}

export interface Bench {
  readonly name: string;
  run(): Promise<BenchRow | readonly BenchRow[]>;
}

/** A row from two figures, times in ms unless said otherwise. */
export function row(
  name: string,
  ours: number,
  peer: number,
  goal: number,
  detail: Readonly<Record<string, number | string>> = {},
  unit: BenchRow['unit'] = 'ms',
): BenchRow {
  const ratio = ours / peer;
  return {
    name,
    ours: round(ours),
    peer: round(peer),
    ratio: round(ratio),
    unit,
    goal,
    ok: ratio <= goal,
    detail,
  };
}

/** The value below which the share `q` (0 to 1) of the times lies. */
export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Time of `work` in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
