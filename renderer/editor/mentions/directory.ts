import type { RecordId } from '#model/ids.ts';
import type { Tone } from '#model/kinds/define.ts';

/** How a mentioned record stands now. */
export interface RecordLook {
  readonly title: string;
  /** Name of its icon. */
  readonly icon: string;
  readonly tone: Tone;
  /** Name of its kind, for screen readers. */
  readonly kindLabel: string;
  readonly struck: boolean;
}

/** What is known of mentioned records, by id; asks for many at once and tells when something came or changed. */
export interface MentionDirectory {
  /** The record's look; null when the book does not have it; undefined while it is not known yet (it is then asked for). */
  look(id: RecordId): RecordLook | null | undefined;
  /** Asks anew for these records, or for all that are known. */
  refresh(ids?: Iterable<RecordId>): void;
  /** Counts up each time something came or changed. */
  round(): number;
  /** Hears which records came or changed. @returns a function that stops it */
  subscribe(listener: (ids: ReadonlySet<RecordId>) => void): () => void;
}

/** Most records asked for in one call. */
const BATCH = 2_000;

/**
 * @param load looks of these records; ones the book does not have are left out
 */
export function createMentionDirectory(
  load: (ids: readonly RecordId[]) => Promise<ReadonlyMap<RecordId, RecordLook>>,
): MentionDirectory {
  const known = new Map<RecordId, RecordLook | null>();
  const wanted = new Set<RecordId>();
  const listeners = new Set<(ids: ReadonlySet<RecordId>) => void>();
  let isQueued = false;
  let round = 0;

  const ask = (id: RecordId) => {
    wanted.add(id);
    if (isQueued) return;
    isQueued = true;
    queueMicrotask(() => {
      isQueued = false;
      const ids = [...wanted];
      wanted.clear();
      for (let i = 0; i < ids.length; i += BATCH) void loadBatch(ids.slice(i, i + BATCH));
    });
  };

  const loadBatch = async (ids: readonly RecordId[]) => {
    let looks: ReadonlyMap<RecordId, RecordLook>;
    try {
      looks = await load(ids);
    } catch {
      // What was known stays on screen; a mention never seen keeps the words it was written with.
      return;
    }
    const changed = new Set<RecordId>();
    for (const id of ids) {
      const look = looks.get(id) ?? null;
      const before = known.get(id);
      known.set(id, look);
      if (!isSame(before, look)) changed.add(id);
    }
    if (changed.size === 0) return;
    round++;
    for (const listener of [...listeners]) listener(changed);
  };

  return {
    look(id) {
      const look = known.get(id);
      if (look === undefined) ask(id);
      return look;
    },
    refresh(ids = known.keys()) {
      for (const id of ids) if (known.has(id)) ask(id);
    },
    round: () => round,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isSame(a: RecordLook | null | undefined, b: RecordLook | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.title === b.title &&
    a.icon === b.icon &&
    a.tone === b.tone &&
    a.struck === b.struck &&
    a.kindLabel === b.kindLabel
  );
}
