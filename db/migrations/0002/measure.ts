import { FACT, factIndexes, to } from '../0001/parts.ts';
import { byRef } from './parts.ts';

/** Columns a measure had before. */
const KEPT = `id, text, text_en, happened_from_at, happened_to_at, happened_precision, happened_zone,
  police_knew_from_at, police_knew_to_at, police_knew_precision, police_knew_zone, actor_id, actor_text,
  place_id, place_text, source, confidence, children_present, type, from_local, to_local, status, status_reason,
  headcount, crew, wish_id, decided_by, instruction`;

/** The table of measures made anew: a list that a CHECK closes cannot be widened in place. Frozen. */
export const MEASURE = `
CREATE TABLE measure_wider (
  ${FACT},
  type TEXT NOT NULL CHECK (type IN ('shielding', 'guarding', 'patrol', 'transport', 'other')),
  from_local TEXT,
  to_local TEXT,
  status TEXT NOT NULL CHECK (status IN ('planned', 'active', 'done', 'cancelled', 'not_possible', 'not_done')),
  status_reason TEXT,
  headcount INTEGER,
  crew TEXT,
  wish_id TEXT ${to('wish')},
  decided_by TEXT,
  instruction TEXT,
  recurrence TEXT,
  code TEXT,
  person_id TEXT ${to('person')},
  decision_id TEXT ${to('decision')},
  wish_fit TEXT CHECK (wish_fit IN ('answers', 'against')),
  wish_reason TEXT,
  expected_end_local TEXT,
  outer_limit_local TEXT,
  review_at INTEGER,
  route TEXT,
  passes INTEGER
) STRICT;
INSERT INTO measure_wider (${KEPT}) SELECT ${KEPT} FROM measure;
DROP TABLE measure;
ALTER TABLE measure_wider RENAME TO measure;
${factIndexes('measure')}
${byRef('measure', 'wish_id')}
${byRef('measure', 'person_id')}
${byRef('measure', 'decision_id')}
`;
