import { ID, to, when } from './parts.ts';

/** Cases, people, and what is known around them. Frozen. */
export const PEOPLE = `
CREATE TABLE protection_case (
  ${ID},
  name TEXT NOT NULL,
  number TEXT,
  marking TEXT NOT NULL CHECK (marking IN ('fortrolig', 'strengt_fortrolig')),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  zone TEXT NOT NULL,
  summary TEXT
) STRICT;

CREATE TABLE person (
  ${ID},
  name TEXT NOT NULL,
  birth_year INTEGER,
  language TEXT,
  interpreter TEXT,
  description TEXT
) STRICT;

CREATE TABLE case_person (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  role TEXT NOT NULL CHECK (role IN ('protected', 'threat_actor', 'child', 'other')),
  relation TEXT
) STRICT;
CREATE INDEX case_person_by_person ON case_person(person_id);

CREATE TABLE contact_point (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  rule TEXT NOT NULL CHECK (rule IN ('ordinary', 'danger', 'never')),
  rank INTEGER,
  channel TEXT NOT NULL CHECK (
    channel IN ('call', 'sms', 'app', 'email', 'letter', 'through_other', 'patrol_at_door', 'alarm')
  ),
  value TEXT,
  hours TEXT,
  code_word TEXT,
  listeners TEXT,
  instruction TEXT,
  confirmed_at INTEGER,
  compromised_at INTEGER,
  protection TEXT NOT NULL CHECK (protection IN ('none', 'fortrolig', 'strengt_fortrolig'))
) STRICT;
CREATE INDEX contact_point_by_person ON contact_point(person_id);

CREATE TABLE place (
  ${ID},
  label TEXT NOT NULL,
  type TEXT CHECK (type IN ('home', 'work', 'school', 'kindergarten', 'shelter', 'court', 'police', 'other')),
  address TEXT,
  access TEXT,
  person_id TEXT ${to('person')},
  protection TEXT NOT NULL CHECK (protection IN ('none', 'fortrolig', 'strengt_fortrolig'))
) STRICT;
CREATE INDEX place_by_person ON place(person_id) WHERE person_id IS NOT NULL;

CREATE TABLE whereabouts (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  state TEXT NOT NULL CHECK (
    state IN ('at_large', 'cell', 'remand', 'leave', 'electronic_control', 'wanted', 'unknown')
  ),
  ${when('since')},
  source TEXT,
  checked_at INTEGER,
  conditions TEXT,
  CHECK (since_from_at IS NOT NULL)
) STRICT;
CREATE INDEX whereabouts_by_person ON whereabouts(person_id);

CREATE TABLE wish (
  ${ID},
  person_id TEXT ${to('person')},
  type TEXT NOT NULL CHECK (type IN ('need', 'wish', 'refusal', 'consent')),
  words TEXT NOT NULL,
  words_en TEXT,
  ${when('said')},
  told_to TEXT,
  consent TEXT CHECK (consent IN ('given', 'refused', 'withdrawn')),
  owner TEXT
) STRICT;
CREATE INDEX wish_by_person ON wish(person_id) WHERE person_id IS NOT NULL;
`;
