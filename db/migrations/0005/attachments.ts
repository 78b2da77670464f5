import { ID, to, when } from '../0001/parts.ts';

/** Files that were taken in, and who had them. The files themselves lie beside the database. Frozen. */
export const ATTACHMENTS = `
CREATE TABLE attachment (
  ${ID},
  name TEXT NOT NULL,
  description TEXT,
  ${when('taken')},
  source TEXT,
  original_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) > 0),
  modified_at INTEGER
) STRICT;
-- A file that is there already is told when it comes again.
CREATE INDEX attachment_by_hash ON attachment(sha256);

CREATE TABLE custody_event (
  ${ID},
  attachment_id TEXT NOT NULL ${to('attachment')},
  at INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('received', 'checked', 'copied', 'handed_over', 'returned', 'other')),
  person TEXT,
  to_whom TEXT,
  note TEXT
) STRICT;
CREATE INDEX custody_event_by_attachment ON custody_event(attachment_id);
`;
