import type { Migration } from '../connection/migrate.ts';

/**
 * The life of a note (what form it has, whether it belongs to a criminal case, when and by whom it was signed), and what
 * a link says of time (for when it holds, and whether it marks a moment on the case's timeline).
 */
export const noteLife: Migration = {
  number: 4,
  name: 'note-life',
  sql: `
ALTER TABLE note ADD COLUMN note_form TEXT CHECK (
  note_form IN ('contact_log', 'breach_report', 'safety_conversation', 'handover', 'service_meeting', 'investigation_step')
);
ALTER TABLE note ADD COLUMN criminal_case INTEGER CHECK (criminal_case IN (0, 1));
ALTER TABLE note ADD COLUMN signed_at INTEGER;
ALTER TABLE note ADD COLUMN signed_by TEXT;

ALTER TABLE link ADD COLUMN holds_from_at INTEGER;
ALTER TABLE link ADD COLUMN holds_to_at INTEGER CHECK (holds_to_at > holds_from_at);
ALTER TABLE link ADD COLUMN holds_precision TEXT CHECK (holds_precision IN ('minute', 'day', 'month', 'year'));
ALTER TABLE link ADD COLUMN holds_zone TEXT CHECK (
  (holds_from_at IS NULL) + (holds_to_at IS NULL) + (holds_precision IS NULL) + (holds_zone IS NULL) IN (0, 4)
);
ALTER TABLE link ADD COLUMN moment INTEGER CHECK (moment IN (0, 1));
`,
};
