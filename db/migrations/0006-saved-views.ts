import type { Migration } from '../connection/migrate.ts';

/** Filters with a name. Frozen. */
export const savedViews: Migration = {
  number: 6,
  name: 'saved-views',
  sql: `
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  page TEXT NOT NULL CHECK (page IN ('board', 'timeline', 'search')),
  filter TEXT NOT NULL
) STRICT;
`,
};
