import type { Migration } from '../connection/migrate.ts';

/**
 * Links and saved views are searched no more: the words of a link stand in its note, which was found twice by them, and
 * neither has a page that shows it. Frozen.
 */
export const searchWhatOpens: Migration = {
  number: 12,
  name: 'search-what-opens',
  // The index first: it reads from the texts what it is to forget.
  sql: `
DELETE FROM search WHERE rowid IN (
  SELECT t.rid FROM record r JOIN search_text t ON t.rid = r.rid WHERE r.kind IN ('link', 'saved_view')
);
DELETE FROM search_text WHERE rid IN (SELECT rid FROM record WHERE kind IN ('link', 'saved_view'));
`,
};
