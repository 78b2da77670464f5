import { ID, to } from '../0001/parts.ts';

/** Who and what can be on duty. Frozen. */
export const ROSTER = `
CREATE TABLE officer (
  ${ID},
  name TEXT NOT NULL,
  call_sign TEXT,
  service_number TEXT,
  unit TEXT,
  phone TEXT,
  language TEXT,
  sex TEXT CHECK (sex IN ('female', 'male')),
  active_from_at INTEGER,
  active_until_at INTEGER,
  description TEXT
) STRICT;

CREATE TABLE vehicle (
  ${ID},
  label TEXT NOT NULL,
  plate TEXT,
  type TEXT CHECK (type IN ('car', 'van', 'motorcycle', 'armoured', 'boat', 'other')),
  seats INTEGER,
  unmarked INTEGER CHECK (unmarked IN (0, 1)),
  call_sign TEXT,
  out_from_at INTEGER,
  out_until_at INTEGER,
  description TEXT
) STRICT;

CREATE TABLE qualification (
  ${ID},
  label TEXT NOT NULL,
  code TEXT NOT NULL,
  validity_months INTEGER,
  description TEXT
) STRICT;

CREATE TABLE officer_qualification (
  ${ID},
  officer_id TEXT NOT NULL ${to('officer')},
  qualification_id TEXT NOT NULL ${to('qualification')},
  valid_until_at INTEGER,
  source TEXT
) STRICT;
CREATE INDEX officer_qualification_by_officer ON officer_qualification(officer_id);
CREATE INDEX officer_qualification_by_qualification ON officer_qualification(qualification_id);

CREATE TABLE officer_exclusion (
  ${ID},
  officer_id TEXT NOT NULL ${to('officer')},
  for_case_id TEXT ${to('protection_case')},
  from_at INTEGER,
  until_at INTEGER,
  exclusion TEXT CHECK (
    exclusion IN ('impartiality', 'relation', 'same_station', 'absence', 'rest', 'health', 'other')
  ),
  exclusion_reason TEXT
) STRICT;
CREATE INDEX officer_exclusion_by_officer ON officer_exclusion(officer_id);
CREATE INDEX officer_exclusion_by_case ON officer_exclusion(for_case_id) WHERE for_case_id IS NOT NULL;

CREATE TABLE rest_exception (
  ${ID},
  officer_id TEXT ${to('officer')},
  rule_key TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  agreement TEXT,
  reason TEXT
) STRICT;
CREATE INDEX rest_exception_by_officer ON rest_exception(officer_id) WHERE officer_id IS NOT NULL;
CREATE INDEX rest_exception_by_end ON rest_exception(until_at);
`;
