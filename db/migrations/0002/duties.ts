import { ID, to } from '../0001/parts.ts';
import { byRef } from './parts.ts';

const STATUS =
  "status IN ('planned', 'active', 'done', 'cancelled', 'not_possible', 'not_done', 'declined', 'excluded')";

/** Parts of measures and needs, and alarms that were raised. Frozen. */
export const DUTIES = `
-- One row an occurrence that has a state of its own. That there is one only is held by the one service that writes
-- them: a struck row keeps its key.
CREATE TABLE occurrence (
  ${ID},
  series_id TEXT NOT NULL ${to('record')},
  original_local TEXT NOT NULL,
  from_local TEXT,
  to_local TEXT,
  place_id TEXT ${to('place')},
  headcount INTEGER,
  status TEXT CHECK (${STATUS}),
  status_reason TEXT
) STRICT;
CREATE INDEX occurrence_by_series ON occurrence(series_id, original_local);
${byRef('occurrence', 'place_id')}

CREATE TABLE assignment (
  ${ID},
  measure_id TEXT NOT NULL ${to('measure')},
  occurrence_local TEXT,
  first_local TEXT,
  last_local TEXT,
  officer_id TEXT ${to('officer')},
  vehicle_id TEXT ${to('vehicle')},
  post TEXT CHECK (post IN ('leader', 'guard', 'advance', 'inner', 'outer', 'driver', 'relief', 'other')),
  from_local TEXT,
  to_local TEXT,
  status TEXT NOT NULL CHECK (status IN ('planned', 'published', 'cancelled')),
  on_post_at INTEGER,
  relieved_at INTEGER,
  relieved_by_id TEXT ${to('officer')},
  source TEXT
) STRICT;
CREATE INDEX assignment_by_measure ON assignment(measure_id, occurrence_local);
${byRef('assignment', 'officer_id')}
${byRef('assignment', 'vehicle_id')}
${byRef('assignment', 'relieved_by_id')}

CREATE TABLE leg (
  ${ID},
  measure_id TEXT NOT NULL ${to('measure')},
  occurrence_local TEXT,
  rank INTEGER NOT NULL,
  from_place_id TEXT ${to('place')},
  from_text TEXT,
  to_place_id TEXT ${to('place')},
  to_text TEXT,
  depart_local TEXT,
  arrive_local TEXT,
  planned_minutes INTEGER,
  meeting_point TEXT,
  abort_point TEXT,
  departed_at INTEGER,
  arrived_at INTEGER
) STRICT;
CREATE INDEX leg_by_measure ON leg(measure_id, occurrence_local);
${byRef('leg', 'from_place_id')}
${byRef('leg', 'to_place_id')}

CREATE TABLE patrol_pass (
  ${ID},
  measure_id TEXT NOT NULL ${to('measure')},
  occurrence_local TEXT NOT NULL,
  planned_local TEXT,
  passed_at INTEGER,
  text TEXT
) STRICT;
CREATE INDEX patrol_pass_by_measure ON patrol_pass(measure_id, occurrence_local);

CREATE TABLE handover (
  ${ID},
  type TEXT NOT NULL CHECK (type IN ('relief', 'shift', 'district')),
  from_measure_id TEXT ${to('measure')},
  from_occurrence_local TEXT,
  to_measure_id TEXT ${to('measure')},
  to_occurrence_local TEXT,
  giver_id TEXT ${to('officer')},
  receiver_id TEXT ${to('officer')},
  at_local TEXT,
  taken_over_at INTEGER,
  text TEXT
) STRICT;
${byRef('handover', 'from_measure_id')}
${byRef('handover', 'to_measure_id')}
${byRef('handover', 'giver_id')}
${byRef('handover', 'receiver_id')}

CREATE TABLE conflict_acceptance (
  ${ID},
  conflict_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  until_at INTEGER
) STRICT;
CREATE INDEX conflict_acceptance_by_key ON conflict_acceptance(conflict_key);

CREATE TABLE alarm_activation (
  ${ID},
  alarm_id TEXT NOT NULL ${to('alarm')},
  activated_at INTEGER NOT NULL,
  answered_at INTEGER,
  spoken_with_at INTEGER,
  patrol_at INTEGER,
  outcome TEXT CHECK (outcome IN ('real', 'unintended', 'technical', 'test', 'unknown')),
  text TEXT,
  log_number TEXT,
  closed_at INTEGER,
  closed_by TEXT,
  closed_how TEXT CHECK (closed_how IN ('seen', 'code_word'))
) STRICT;
CREATE INDEX alarm_activation_by_alarm ON alarm_activation(alarm_id, activated_at);
`;
