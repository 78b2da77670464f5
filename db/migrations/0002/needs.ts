import { ID, to, when } from '../0001/parts.ts';
import { byRef, LEVEL } from './parts.ts';

/** Decisions, needs, what raises them, and where she and he are. Frozen. */
export const NEEDS = `
ALTER TABLE place ADD COLUMN latitude_e6 INTEGER;
ALTER TABLE place ADD COLUMN longitude_e6 INTEGER;
ALTER TABLE whereabouts ADD COLUMN place_id TEXT ${to('place')};
${byRef('whereabouts', 'place_id')}
ALTER TABLE alarm ADD COLUMN instruction_version TEXT;
ALTER TABLE alarm ADD COLUMN extended_at INTEGER;

CREATE TABLE stay (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  place_id TEXT NOT NULL ${to('place')},
  from_local TEXT NOT NULL,
  to_local TEXT,
  text TEXT
) STRICT;
CREATE INDEX stay_by_person ON stay(person_id);
CREATE INDEX stay_by_place ON stay(place_id);

CREATE TABLE appearance (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  place_id TEXT ${to('place')},
  court_step_id TEXT ${to('court_step')},
  arrive_local TEXT NOT NULL,
  leave_local TEXT,
  door TEXT,
  plan_b TEXT
) STRICT;
CREATE INDEX appearance_by_person ON appearance(person_id);
${byRef('appearance', 'place_id')}
${byRef('appearance', 'court_step_id')}

CREATE TABLE decision (
  ${ID},
  type TEXT NOT NULL CHECK (type IN ('measure', 'order', 'custody', 'charge', 'dismissal', 'other')),
  text TEXT NOT NULL,
  authority TEXT,
  form TEXT CHECK (form IN ('oral', 'written')),
  decided_at INTEGER,
  written_at INTEGER,
  act TEXT,
  section TEXT,
  from_at INTEGER,
  until_at INTEGER,
  reasons TEXT,
  case_officer TEXT,
  person_id TEXT ${to('person')},
  number TEXT,
  replaces_id TEXT ${to('decision')}
) STRICT;
${byRef('decision', 'person_id')}
${byRef('decision', 'replaces_id')}
CREATE INDEX decision_by_end ON decision(until_at) WHERE until_at IS NOT NULL;

CREATE TABLE calendar_risk (
  ${ID},
  type TEXT NOT NULL CHECK (
    type IN ('release', 'court_date', 'child_exchange', 'order_expiry', 'holiday', 'other')
  ),
  text TEXT,
  ${when('date')},
  person_id TEXT ${to('person')},
  record_id TEXT ${to('record')},
  protection_level TEXT CHECK (${LEVEL}),
  headcount INTEGER,
  hours_before INTEGER,
  hours_after INTEGER
) STRICT;
${byRef('calendar_risk', 'person_id')}
${byRef('calendar_risk', 'record_id')}

CREATE TABLE protection_need (
  ${ID},
  label TEXT NOT NULL,
  person_id TEXT ${to('person')},
  wish_id TEXT ${to('wish')},
  protection_level TEXT NOT NULL CHECK (${LEVEL}),
  response_minutes INTEGER,
  place_id TEXT ${to('place')},
  headcount INTEGER,
  from_local TEXT NOT NULL,
  to_local TEXT,
  recurrence TEXT,
  raised_by TEXT NOT NULL CHECK (raised_by IN ('manual', 'contingency', 'calendar_risk')),
  calendar_risk_id TEXT ${to('calendar_risk')},
  reason TEXT,
  ends_when TEXT,
  review_at INTEGER,
  status TEXT NOT NULL CHECK (status IN ('active', 'declined', 'ended'))
) STRICT;
${byRef('protection_need', 'person_id')}
${byRef('protection_need', 'wish_id')}
${byRef('protection_need', 'place_id')}
${byRef('protection_need', 'calendar_risk_id')}

CREATE TABLE required_qualification (
  ${ID},
  owner_id TEXT NOT NULL ${to('record')},
  qualification_id TEXT NOT NULL ${to('qualification')},
  headcount INTEGER
) STRICT;
CREATE INDEX required_qualification_by_owner ON required_qualification(owner_id);
CREATE INDEX required_qualification_by_qualification ON required_qualification(qualification_id);
`;
