import type { Migration } from '../connection/migrate.ts';

/**
 * The words of the search index, once each, and which of them hold a given run of three letters: what is looked for
 * may stand within a longer word (forbud in besøksforbudet). And the changes that replaced something, for a search in
 * what stands no more.
 */
export const searchParts: Migration = {
  number: 8,
  name: 'search-parts',
  sql: `
CREATE TABLE search_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;
-- Asked by GLOB alone, for which it needs no positions.
CREATE VIRTUAL TABLE search_part USING fts5(
  word,
  content = 'search_word', content_rowid = 'id',
  tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab(main, search, row);
INSERT INTO search_word (word) SELECT term FROM temp.search_vocabulary WHERE length(term) BETWEEN 4 AND 64;
DROP TABLE temp.search_vocabulary;
INSERT INTO search_part (rowid, word) SELECT id, word FROM search_word;

CREATE INDEX log_change_before ON log_change(number) WHERE before IS NOT NULL;
`,
};
