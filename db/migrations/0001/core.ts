/** What the whole book shares. Frozen: a book made by this text exists; changes go into a new migration. */
export const CORE = `
-- Who the book is: id, purpose (demo, test, real), zone, created_at, created_by. Part of the log's first hash.
CREATE TABLE book_info (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings of the application that travel with the book. Outside the log.
CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Header of every record; its fields lie in the table of its kind under the same id.
-- title, title_en, starts_at, ends_at and precision are derived from the fields at each write.
CREATE TABLE record (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  case_id TEXT REFERENCES protection_case(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  title_en TEXT,
  starts_at INTEGER,
  ends_at INTEGER,
  precision TEXT CHECK (precision IN ('minute', 'day', 'month', 'year')),
  story_order INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  struck_at INTEGER,
  struck_by TEXT,
  struck_reason TEXT,
  import_key TEXT,
  CHECK ((starts_at IS NULL) = (precision IS NULL)),
  CHECK ((struck_at IS NULL) + (struck_by IS NULL) + (struck_reason IS NULL) IN (0, 3))
) STRICT;
-- What is counted, filtered and sorted by lies in the indexes: a long case is not read row by row for one page of it.
CREATE INDEX record_by_case_kind ON record(case_id, kind, starts_at, story_order, rid, struck_at, changed_at, ends_at);
CREATE INDEX record_by_case_time ON record(case_id, starts_at, story_order, rid, kind, struck_at);
CREATE INDEX record_by_kind ON record(kind, starts_at, story_order);
CREATE UNIQUE INDEX record_by_import ON record(case_id, import_key) WHERE import_key IS NOT NULL;

-- What search may find of a record: its texts as they are written, other spellings of words in them, and numbers
-- without their spaces. Neither struck records nor withheld values are here.
CREATE TABLE search_text (
  rid INTEGER PRIMARY KEY REFERENCES record(rid) DEFERRABLE INITIALLY DEFERRED,
  original TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
-- The index over it. Not contentless: its averages would keep counting texts that were changed or taken back.
CREATE VIRTUAL TABLE search USING fts5(
  original, folded,
  content = 'search_text', content_rowid = 'rid',
  tokenize = "unicode61 remove_diacritics 0",
  prefix = '2 3'
);
-- A word as it is written weighs so much more that records with all words as written come first.
INSERT INTO search(search, rank) VALUES ('rank', 'bm25(1000.0, 0.001)');
`;

export const LOGS = `
-- One entry a command, each hash over the one before. Only added to.
CREATE TABLE log_entry (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  action TEXT NOT NULL,
  group_id TEXT,
  -- Entry that this one takes back or does again (of a group: its newest).
  reverts INTEGER REFERENCES log_entry(seq),
  -- Its changes are log_change.number first_change to first_change + changes - 1.
  first_change INTEGER NOT NULL,
  changes INTEGER NOT NULL CHECK (changes >= 1),
  -- Records changed, by kind, as JSON: a summary for lists, checked against the changes by verification.
  records TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_entry_by_group ON log_entry(group_id, seq) WHERE group_id IS NOT NULL;

-- What a command did to one record. The entry's hash covers the commitment only, so that a purge can take
-- salt, before and after away and leave the chain whole.
CREATE TABLE log_change (
  number INTEGER PRIMARY KEY,
  -- Its entry, which is written after its changes: no foreign key, it would search them all for each entry.
  seq INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'strike', 'restore', 'delete')),
  before TEXT,
  after TEXT,
  salt TEXT,
  commitment TEXT NOT NULL
) STRICT;
CREATE INDEX log_change_by_record ON log_change(record_id, number);

-- Groups of commands that have begun and not ended: found here at the next open, they were interrupted.
CREATE TABLE open_group (
  id TEXT PRIMARY KEY NOT NULL,
  action TEXT NOT NULL,
  first_seq INTEGER NOT NULL REFERENCES log_entry(seq) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Openings, searches, reveals, exports: a chain of its own.
CREATE TABLE use_log (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  action TEXT NOT NULL,
  record_id TEXT,
  detail TEXT,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX use_log_by_record ON use_log(record_id) WHERE record_id IS NOT NULL;

-- The note being written, until leaving it makes a version. Outside the log; no foreign key, because undoing the
-- note's creation must not take away what was typed since.
CREATE TABLE note_draft (
  note_id TEXT PRIMARY KEY NOT NULL,
  heading TEXT NOT NULL,
  document TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
`;
