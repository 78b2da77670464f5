/** What stacking needs to know of a thing. */
export interface Stackable {
  readonly fromAt: number;
  /** End of the time it needs for itself; equal to `fromAt` for an exact point. */
  readonly toAt: number;
  /** Exact points may share a row with each other: those that come too near are drawn as one disc. */
  readonly isPoint: boolean;
  /** Uncertain points with one and the same interval share a row: nothing tells them apart in time. */
  readonly isUncertain: boolean;
}

/**
 * Puts things into as few rows as their overlaps ask for; no two in one row overlap, except as said in `Stackable`.
 * Depends on times alone, so that nothing changes its row when the view moves or zooms.
 * @param things sorted by `fromAt`
 * @returns row of each, and how many rows there are (at least 1)
 */
export function stack(things: readonly Stackable[]): { rows: Int32Array; count: number } {
  const rows = new Int32Array(things.length);
  // Of most lanes all are bars: then nobody asks where a point could lie.
  const freeForPoint = things.some(({ isPoint }) => isPoint) ? new FirstFit() : null;
  const freeForSpan = new FirstFit();
  const lastUncertain: (Stackable | undefined)[] = [];
  let count = 1;
  let previous: Stackable | undefined;
  let row = 0;
  for (let i = 0; i < things.length; i++) {
    const thing = things[i];
    if (!thing) continue;
    if (previous && sharesInterval(previous, thing)) {
      rows[i] = row;
      continue;
    }
    row = thing.isPoint
      ? (freeForPoint?.leftmostUpTo(thing.fromAt) ?? 0)
      : (sharedRow(lastUncertain, thing) ?? freeForSpan.leftmostUpTo(thing.fromAt));
    rows[i] = row;
    count = Math.max(count, row + 1);
    if (thing.isPoint) {
      freeForSpan.set(row, thing.fromAt + 1);
    } else {
      freeForPoint?.set(row, thing.toAt);
      freeForSpan.set(row, thing.toAt);
      lastUncertain[row] = thing.isUncertain ? thing : undefined;
    }
    previous = thing;
  }
  return { rows, count };
}

function sharesInterval(a: Stackable, b: Stackable): boolean {
  return a.isUncertain && b.isUncertain && a.fromAt === b.fromAt && a.toAt === b.toAt;
}

/** Equal intervals need not be neighbours in the order: another length may lie between them. */
function sharedRow(lastUncertain: readonly (Stackable | undefined)[], thing: Stackable): number | undefined {
  if (!thing.isUncertain) return undefined;
  // Only rows whose latest interval starts at the same time can match; there are rarely more than a few.
  for (let row = 0; row < Math.min(lastUncertain.length, 64); row++) {
    const last = lastUncertain[row];
    if (last && sharesInterval(last, thing)) return row;
  }
  return undefined;
}

/** The leftmost of endless rows that is free at a time, in O(log rows). */
class FirstFit {
  private size = 8;
  private tree = new Float64Array(16).fill(Number.NEGATIVE_INFINITY);

  leftmostUpTo(at: number): number {
    if ((this.tree[1] ?? 0) > at) this.grow();
    let node = 1;
    while (node < this.size) {
      node *= 2;
      if ((this.tree[node] ?? 0) > at) node += 1;
    }
    return node - this.size;
  }

  set(row: number, busyUntil: number): void {
    while (row >= this.size) this.grow();
    const { tree } = this;
    let node = row + this.size;
    if ((tree[node] ?? 0) >= busyUntil) return;
    tree[node] = busyUntil;
    for (node >>= 1; node >= 1; node >>= 1) {
      const least = Math.min(tree[2 * node] ?? 0, tree[2 * node + 1] ?? 0);
      // What lies above has not changed either.
      if (tree[node] === least) return;
      tree[node] = least;
    }
  }

  private grow(): void {
    const leaves = this.tree.slice(this.size);
    this.size *= 2;
    this.tree = new Float64Array(2 * this.size).fill(Number.NEGATIVE_INFINITY);
    this.tree.set(leaves, this.size);
    for (let node = this.size - 1; node >= 1; node--) {
      this.tree[node] = Math.min(this.tree[2 * node] ?? 0, this.tree[2 * node + 1] ?? 0);
    }
  }
}
