import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** One version of a note. */
export interface VersionRow {
  readonly version: number;
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  /** What was done: `note.commit`, `note.sign` … */
  readonly action: string;
  /** Hash of the entry of the log that made it, 64 hex digits. */
  readonly hash: string;
  /** It was taken back, and has not come back since. */
  readonly undone: boolean;
}

/** What a version said; null where it said nothing or its content was removed from the log. */
export interface VersionText {
  readonly version: number;
  readonly at: number;
  readonly person: string;
  readonly heading: string | null;
  readonly document: string | null;
  readonly text: string | null;
  /** Values of its other fields, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Every version of a record, oldest first, from the log; what was undone is marked, and its undoing is a version too. */
export async function readVersions(reader: Reader, id: RecordId): Promise<VersionRow[]> {
  const changes = await reader.all<Change & Omit<VersionRow, 'undone'> & { readonly reverts: number | null }>(
    `SELECT c.op, json_extract(c.after, '$.version') AS version,
       e.seq, e.at, e.person, e.action, e.hash, e.reverts ${CHANGES}`,
    [id],
  );
  const undone = new Set<number>();
  for (const { seq, reverts } of [...changes].reverse()) {
    // Taking back what took something back brings that back.
    if (reverts !== null && !undone.has(seq)) undone.add(reverts);
  }
  return versionsOf(changes).map(({ version, change: { seq, at, person, action, hash } }) => ({
    version,
    seq,
    at,
    person,
    action,
    hash,
    undone: undone.has(seq),
  }));
}

interface TextChange extends Change, Omit<VersionText, 'version' | 'facts'> {
  /** JSON type of the value in the change; null when the change does not name it. */
  readonly headingType: string | null;
  readonly documentType: string | null;
  readonly textType: string | null;
  /** Other values that the change names, as JSON. */
  readonly others: string | null;
}

/**
 * What each version of a note said, oldest first, for comparing and for searching in what stands no more. Reads every
 * change of the note: the log keeps what differs, not whole texts.
 */
export async function readVersionTexts(reader: Reader, id: RecordId): Promise<VersionText[]> {
  const value = (name: string) =>
    `json_extract(c.after, '$.values.${name}') AS ${name}, json_type(c.after, '$.values.${name}') AS ${name}Type`;
  const changes = await reader.all<TextChange>(
    `SELECT c.op, json_extract(c.after, '$.version') AS version, e.at, e.person,
       ${value('heading')}, ${value('document')}, ${value('text')},
       json_remove(json_extract(c.after, '$.values'), ${TOLD.map((name) => `'$.${name}'`).join(', ')}) AS others ${CHANGES}`,
    [id],
  );
  const said: Omit<VersionText, 'version'>[] = [];
  let facts: Record<string, unknown> = {};
  let now = { heading: null as string | null, document: null as string | null, text: null as string | null };
  for (const change of changes) {
    if (change.op === 'insert') {
      now = { heading: null, document: null, text: null };
      facts = {};
    }
    if (change.others !== null) facts = { ...facts, ...(JSON.parse(change.others) as Record<string, unknown>) };
    if (change.headingType !== null) now = { ...now, heading: change.heading };
    if (change.documentType !== null) now = { ...now, document: change.document };
    if (change.textType !== null) now = { ...now, text: change.text };
    said.push({ ...now, facts, at: change.at, person: change.person });
  }
  return versionsOf(changes).map(({ version, index }) => ({ version, ...(said[index] as (typeof said)[number]) }));
}

/** What is told of a version by itself, or says nothing to people. */
const TOLD = ['heading', 'document', 'text', 'documentVersion'];

const CHANGES = 'FROM log_change c JOIN log_entry e ON e.seq = c.seq WHERE c.record_id = ? ORDER BY c.number';

interface Change {
  readonly op: string;
  readonly version: number | null;
}

/** The changes that made a version, each with its number. */
function versionsOf<C extends Change>(changes: readonly C[]): { version: number; change: C; index: number }[] {
  const versions: { version: number; change: C; index: number }[] = [];
  for (const [index, change] of changes.entries()) {
    const { op } = change;
    if (op === 'delete') continue;
    // The log leaves out a version of 1, and after a purge every value.
    const version = change.version ?? (op === 'insert' ? 1 : (versions.at(-1)?.version ?? 0) + 1);
    // One that was undone from its creation on comes back as the version it was.
    if (versions.at(-1)?.version !== version) versions.push({ version, change, index });
  }
  return versions;
}
