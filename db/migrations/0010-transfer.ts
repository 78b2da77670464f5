import type { Migration } from '../connection/migrate.ts';
import { ID, to } from './0001/parts.ts';
import { refIndex } from './0003/parts.ts';

/** Transfers of a case to another district, and who there owns each responsibility. Frozen. */
export const transfer: Migration = {
  number: 10,
  name: 'transfer',
  sql: `
CREATE TABLE case_transfer (
  ${ID},
  to_district TEXT NOT NULL,
  to_unit TEXT,
  offered_at INTEGER,
  offered_by TEXT,
  received_at INTEGER,
  received_by TEXT,
  read_back_at INTEGER,
  read_back_by TEXT,
  read_back_text TEXT,
  taken_over_at INTEGER,
  taken_over_by TEXT,
  withdrawn_at INTEGER,
  withdrawn_by TEXT,
  withdrawn_reason TEXT,
  deletion_reviewed_at INTEGER,
  deletion_reviewed_by TEXT,
  deletion_outcome TEXT
) STRICT;

CREATE TABLE transfer_item (
  ${ID},
  transfer_id TEXT NOT NULL ${to('case_transfer')},
  responsibility TEXT NOT NULL CHECK (
    responsibility IN ('clock', 'alarm_route', 'card', 'order', 'court_date', 'promise', 'other')
  ),
  about_key TEXT NOT NULL,
  about_id TEXT ${to('record')},
  item_text TEXT,
  new_owner TEXT,
  new_owner_contact TEXT,
  not_handed_over TEXT
) STRICT;
${refIndex('transfer_item', 'transfer_id')}
${refIndex('transfer_item', 'about_id')}
`,
};
