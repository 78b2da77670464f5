import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { ChangeEvent } from '../book.ts';
import type { Connection } from '../driver/driver.ts';
import type { IndexText } from '../search/index-text.ts';
import { createIndexWriter, type IndexWriter } from '../search/index-writer.ts';
import { StoreError } from '../store-error.ts';
import { createLogWriter, type EntryHead, type LogWriter } from './log-writer.ts';

/** Above this many records of a kind an event names the kind only. */
const EVENT_IDS = 500;

/** What the writes of one command share. */
export interface CommandScope {
  readonly connection: Connection;
  readonly log: LogWriter;
  readonly index: IndexWriter;
  /** ms UTC, the same for every write. */
  readonly now: number;
  readonly person: string;
  /** Zone of a case, or of the book for null. Throws StoreError UNKNOWN_REFERENCE if there is no such case. */
  zoneOf(caseId: RecordId | null): Promise<string>;
  /** The same for a case that was asked for before. */
  knownZone(caseId: RecordId | null): string;
  /** The command itself has changed a case's zone. */
  setZone(caseId: RecordId, zone: string | null): void;
  /** The first of `count` row numbers for new records. */
  takeRids(count: number): Promise<number>;
  /** Kinds of records that this command has looked up for references. */
  readonly kinds: Map<RecordId, Kind>;
  /** Notes a record for the event and the entry's summary. */
  changed(kind: Kind, id: RecordId): void;
  /** Notes a record whose derived parts alone have changed: for the event only. */
  rederived(kind: Kind, id: RecordId): void;
  records(): Record<string, number>;
  eventChanges(): ChangeEvent['changes'];
}

export interface ScopeOptions {
  readonly connection: Connection;
  readonly last: EntryHead;
  readonly now: number;
  readonly person: string;
  readonly bookZone: string;
  readonly indexText: (texts: readonly string[]) => IndexText;
}

/** The scope of one command; its transaction has begun. */
export async function createScope(options: ScopeOptions): Promise<CommandScope> {
  const { connection, last, now, person, bookZone, indexText } = options;
  const zones = new Map<RecordId, string | null>();
  const logged = new Map<Kind, Set<RecordId>>();
  const derived = new Map<Kind, Set<RecordId>>();
  let nextRid: number | null = null;

  async function readZone(caseId: RecordId): Promise<string | null> {
    const [row] = await connection.all<{ zone: string }>('SELECT zone FROM protection_case WHERE id = ?', [caseId]);
    return row?.zone ?? null;
  }

  return {
    connection,
    log: await createLogWriter(connection, last),
    index: createIndexWriter(connection, indexText),
    now,
    person,
    async zoneOf(caseId) {
      if (caseId === null) return bookZone;
      let zone = zones.get(caseId);
      if (zone === undefined) {
        zone = await readZone(caseId);
        zones.set(caseId, zone);
      }
      if (zone === null) throw new StoreError('UNKNOWN_REFERENCE', { field: 'caseId', id: caseId });
      return zone;
    },
    knownZone(caseId) {
      const zone = caseId === null ? bookZone : zones.get(caseId);
      if (!zone) throw new StoreError('UNKNOWN_REFERENCE', { field: 'caseId', id: caseId });
      return zone;
    },
    setZone: (caseId, zone) => void zones.set(caseId, zone),
    async takeRids(count) {
      if (nextRid === null) {
        const [row] = await connection.all<{ rid: number }>('SELECT coalesce(max(rid), 0) AS rid FROM record');
        nextRid = (row?.rid ?? 0) + 1;
      }
      const first = nextRid;
      nextRid += count;
      return first;
    },
    kinds: new Map(),
    changed: (kind, id) => note(logged, kind, id),
    rederived: (kind, id) => note(derived, kind, id),
    records: () => Object.fromEntries([...logged].map(([kind, ids]) => [kind, ids.size])),
    eventChanges() {
      const all = new Map<Kind, ReadonlySet<RecordId>>(logged);
      for (const [kind, ids] of derived) all.set(kind, new Set([...(all.get(kind) ?? []), ...ids]));
      return [...all].map(([kind, ids]) =>
        ids.size > EVENT_IDS ? { kind, all: true as const } : { kind, ids: [...ids] },
      );
    },
  };
}

function note(changes: Map<Kind, Set<RecordId>>, kind: Kind, id: RecordId): void {
  const ids = changes.get(kind);
  if (ids) ids.add(id);
  else changes.set(kind, new Set([id]));
}
