import type { Migration } from '../connection/migrate.ts';
import { ID, to } from './0001/parts.ts';
import { mustBe, oneOf, refIndex, widenRequired } from './0003/parts.ts';

/** Attempts to serve the papers of the criminal case; what people decide, as records of the log. Frozen. */
export const serviceAndChoices: Migration = {
  number: 11,
  name: 'service-and-choices',
  sql: `
CREATE TABLE court_service (
  ${ID},
  ${oneOf('paper', ['summons', 'penalty_writ', 'indictment', 'judgment', 'appeal', 'other'])},
  step_id TEXT ${to('court_step')},
  attempt_at INTEGER NOT NULL,
  ${mustBe('outcome', ['served', 'failed', 'document_lost'])},
  learned_at INTEGER,
  ${oneOf('method', ['in_person', 'by_prosecutor', 'electronic', 'process_server', 'other'])},
  deadline_from_at INTEGER,
  deadline_at INTEGER,
  by_whom TEXT,
  proof TEXT,
  note TEXT
) STRICT;
${refIndex('court_service', 'step_id')}

CREATE TABLE policy_target (
  ${ID},
  policy_rule TEXT NOT NULL,
  target INTEGER
) STRICT;

CREATE TABLE court_cutoff (
  ${ID},
  court TEXT NOT NULL,
  weekday_time TEXT,
  saturday_time TEXT,
  holiday_time TEXT
) STRICT;

CREATE TABLE sentence_decision (
  ${ID},
  sentence_key TEXT NOT NULL,
  ${mustBe('decision', ['tell', 'withhold'])}
) STRICT;

CREATE TABLE recall_read_back (
  ${ID},
  copy INTEGER NOT NULL,
  heard_at INTEGER NOT NULL,
  holder TEXT NOT NULL,
  given_back TEXT NOT NULL
) STRICT;

CREATE TABLE breach_review (
  ${ID},
  about_id TEXT NOT NULL ${to('record')},
  ${mustBe('verdict', ['breach', 'not_a_breach'])},
  breach_id TEXT ${to('breach')},
  reason TEXT
) STRICT;
${refIndex('breach_review', 'about_id')}
${refIndex('breach_review', 'breach_id')}

${widenRequired('saved_view', 'page', ['board', 'timeline', 'search', 'today'])}
`,
};
