/**
 * Where the count a week changes its rate. Optimal partitioning: of all ways to cut the weeks into stretches, each with
 * one Poisson rate, the one with the best likelihood after a penalty for each cut, found exactly by dynamic programming.
 *
 * Source: B. Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE Signal Processing Letters
 * 12 (2005) 105-108. Penalty after Y.-C. Yao, Estimating the number of change-points via Schwarz' criterion, Statistics &
 * Probability Letters 6 (1988) 181-189: a place and a rate, ln n each.
 */
export interface Stretch {
  /** Index of its first week, and of the week after its last. */
  readonly from: number;
  readonly to: number;
  /** Count a week. */
  readonly rate: number;
}

/** A rate of one or two weeks is no rate. */
export const SHORTEST_WEEKS = 3;
/** Below these nothing is claimed: with so few counts every cut is chance. */
const FEWEST_WEEKS = 2 * SHORTEST_WEEKS;
const FEWEST_EVENTS = 8;

/** The stretches of `counts` (one a week, in order); one alone where too little is known to cut. */
export function stretchesOf(counts: readonly number[]): Stretch[] {
  const n = counts.length;
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) ?? 0) + count);
  const between = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const total = between(0, n);
  if (n < FEWEST_WEEKS || total < FEWEST_EVENTS) return n === 0 ? [] : [{ from: 0, to: n, rate: total / n }];

  const penalty = 2 * Math.log(n);
  const best: number[] = [-penalty];
  const cutAt: number[] = [0];
  for (let to = 1; to <= n; to += 1) {
    let least = Number.POSITIVE_INFINITY;
    let where = 0;
    for (let from = 0; from <= to - SHORTEST_WEEKS; from += 1) {
      const cost = (best[from] ?? Number.POSITIVE_INFINITY) + costOf(between(from, to), to - from) + penalty;
      if (cost < least) {
        least = cost;
        where = from;
      }
    }
    best.push(least);
    cutAt.push(where);
  }
  const stretches: Stretch[] = [];
  for (let to = n; to > 0; to = cutAt[to] ?? 0) {
    const from = cutAt[to] ?? 0;
    stretches.unshift({ from, to, rate: between(from, to) / (to - from) });
  }
  return stretches;
}

/** Minus twice the log likelihood of `sum` counts over `weeks` weeks at their own mean, without what no cut changes. */
export function costOf(sum: number, weeks: number): number {
  return sum === 0 ? 0 : 2 * (sum - sum * Math.log(sum / weeks));
}
