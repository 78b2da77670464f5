import { FACT, factIndexes, ID, to } from './parts.ts';

/** Alarm, services, custody and court; notes and links. Frozen. */
export const PROCEDURE = `
CREATE TABLE alarm (
  ${ID},
  person_id TEXT ${to('person')},
  unit TEXT NOT NULL,
  handed_out_at INTEGER,
  handed_out_by TEXT,
  tested_at INTEGER,
  checked_at INTEGER,
  granted_until_at INTEGER,
  returned_at INTEGER,
  status TEXT CHECK (status IN ('active', 'returned', 'lost', 'swapped')),
  instruction TEXT,
  code_word TEXT,
  duress_word TEXT
) STRICT;
CREATE INDEX alarm_by_person ON alarm(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX alarm_by_end ON alarm(granted_until_at) WHERE granted_until_at IS NOT NULL;

CREATE TABLE referral (
  ${FACT},
  service TEXT,
  consent TEXT CHECK (consent IN ('given', 'refused', 'not_asked')),
  status TEXT CHECK (status IN ('sent', 'received', 'started', 'declined', 'ended'))
) STRICT;
${factIndexes('referral')}

CREATE TABLE arrest (
  ${FACT},
  person_id TEXT ${to('person')},
  breach_id TEXT ${to('breach')},
  released_at INTEGER
) STRICT;
${factIndexes('arrest')}
CREATE INDEX arrest_by_person ON arrest(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX arrest_by_breach ON arrest(breach_id) WHERE breach_id IS NOT NULL;

CREATE TABLE remand (
  ${FACT},
  person_id TEXT ${to('person')},
  from_at INTEGER,
  until_at INTEGER
) STRICT;
${factIndexes('remand')}
CREATE INDEX remand_by_person ON remand(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX remand_by_end ON remand(until_at) WHERE until_at IS NOT NULL;

CREATE TABLE court_step (
  ${FACT},
  step TEXT CHECK (
    step IN ('petition', 'charge', 'indictment', 'hearing', 'judgment', 'release', 'appeal', 'decision', 'other')
  ),
  scheduled_at INTEGER,
  court TEXT
) STRICT;
${factIndexes('court_step')}
CREATE INDEX court_step_by_time ON court_step(scheduled_at) WHERE scheduled_at IS NOT NULL;

CREATE TABLE note (
  ${FACT},
  heading TEXT,
  -- State of the editor as JSON, kept byte for byte and never parsed by the store.
  document TEXT,
  document_version INTEGER
) STRICT;
${factIndexes('note')}

CREATE TABLE link (
  ${ID},
  from_id TEXT NOT NULL ${to('record')},
  to_id TEXT NOT NULL ${to('record')},
  type TEXT NOT NULL CHECK (type IN ('mentions', 'describes', 'evidence_for', 'contradicts', 'follows_up')),
  excerpt TEXT
) STRICT;
CREATE INDEX link_by_from ON link(from_id);
CREATE INDEX link_by_to ON link(to_id);
`;
