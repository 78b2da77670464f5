/** Pieces that several tables of this migration share. Frozen with it. */

/** Deferred, so that rows may come in any order within a transaction; never cascading. */
const LATER = 'DEFERRABLE INITIALLY DEFERRED';

export const ID = `id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) ${LATER}`;

/** A reference to a row of `table`. */
export function to(table: string): string {
  return `REFERENCES ${table}(id) ${LATER}`;
}

/** A fact's time: somewhere in [from, to), with its precision and zone; all four or none. */
export function when(name: string): string {
  return `${name}_from_at INTEGER,
  ${name}_to_at INTEGER CHECK (${name}_to_at > ${name}_from_at),
  ${name}_precision TEXT CHECK (${name}_precision IN ('minute', 'day', 'month', 'year')),
  ${name}_zone TEXT CHECK (
    (${name}_from_at IS NULL) + (${name}_to_at IS NULL) + (${name}_precision IS NULL) + (${name}_zone IS NULL) IN (0, 4)
  )`;
}

/** What every fact carries. */
export const FACT = `${ID},
  text TEXT,
  text_en TEXT,
  ${when('happened')},
  ${when('police_knew')},
  actor_id TEXT ${to('person')},
  actor_text TEXT,
  place_id TEXT ${to('place')},
  place_text TEXT,
  source TEXT,
  confidence TEXT,
  children_present INTEGER CHECK (children_present IN (0, 1))`;

/** Indexes of a fact's references: whom and where a fact concerns, and what stands in the way of removing them. */
export function factIndexes(table: string): string {
  return `CREATE INDEX ${table}_by_actor ON ${table}(actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX ${table}_by_place ON ${table}(place_id) WHERE place_id IS NOT NULL;`;
}

/** Several codes in one text, with a space between. */
export function codes(name: string): string {
  return `${name} TEXT CHECK (${name} NOT GLOB '*[^a-z_ ]*')`;
}

export const SENDER = "sender TEXT CHECK (sender IN ('confirmed', 'probable', 'unknown', 'other'))";

export const REPORT_STATUS = `status TEXT CHECK (
    status IN ('reported', 'assessed', 'charged', 'decided', 'dismissed', 'not_a_breach')
  )`;
