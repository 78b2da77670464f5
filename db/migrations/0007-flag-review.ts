import type { Migration } from '../connection/migrate.ts';
import { ID } from './0001/parts.ts';

/** What people did about the flags of a case. Frozen. */
export const flagReview: Migration = {
  number: 7,
  name: 'flag-review',
  sql: `
CREATE TABLE flag_review (
  ${ID},
  flag_rule TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('set_aside', 'acted_on')),
  reason TEXT NOT NULL,
  look_again_at INTEGER NOT NULL
) STRICT;
`,
};
