import { FACT, factIndexes, ID, to } from '../0001/parts.ts';
import { mustBe, oneOf, refIndex, yesNo } from './parts.ts';

/** Who works on the case, what she has withdrawn, who has to be told, and the investigation. Frozen. */
export const WORK = `
CREATE TABLE case_officer (
  ${ID},
  name TEXT NOT NULL,
  ${mustBe('duty', [
    'responsible_prosecutor',
    'lead_investigator',
    'analyst',
    'police_contact',
    'victims_counsel',
    'deputy',
    'other',
  ])},
  phone TEXT,
  unit TEXT,
  from_at INTEGER,
  to_at INTEGER,
  deputy_for_id TEXT ${to('case_officer')}
) STRICT;
${refIndex('case_officer', 'deputy_for_id')}

CREATE TABLE withdrawal (
  ${FACT},
  ${mustBe('thing', [
    'statement',
    'report',
    'order_request',
    'sharing_consent',
    'measure',
    'contact_with_us',
    'relationship_resumed',
  ])},
  person_id TEXT ${to('person')},
  about_id TEXT ${to('record')},
  ${yesNo('asked_alone')},
  present_text TEXT,
  next_contact_at INTEGER NOT NULL
) STRICT;
${factIndexes('withdrawal')}
${refIndex('withdrawal', 'person_id')}
${refIndex('withdrawal', 'about_id')}

CREATE TABLE notification (
  ${ID},
  person_id TEXT ${to('person')},
  ${mustBe('about', ['release', 'escape', 'leave', 'order', 'hearing', 'breach', 'other'])},
  about_id TEXT ${to('record')},
  text TEXT,
  opened_at INTEGER NOT NULL,
  owner TEXT,
  confirmed_by_her_at INTEGER,
  confirmed_how TEXT
) STRICT;
${refIndex('notification', 'person_id')}
${refIndex('notification', 'about_id')}

CREATE TABLE notification_attempt (
  ${ID},
  notification_id TEXT NOT NULL ${to('notification')},
  attempt_at INTEGER NOT NULL,
  ${mustBe('reached', ['no_answer', 'message_left', 'spoke_with_her', 'not_safe_to_speak', 'through_other'])},
  by_whom TEXT,
  note TEXT
) STRICT;
CREATE INDEX notification_attempt_by_notification ON notification_attempt(notification_id);

CREATE TABLE evidence (
  ${ID},
  text TEXT NOT NULL,
  ${oneOf('type', [
    'body_camera',
    'alarm_recording',
    'photo',
    'video',
    'phone_data',
    'document',
    'statement',
    'trace',
    'medical',
    'other',
  ])},
  kept TEXT,
  amount TEXT,
  breach_id TEXT ${to('breach')},
  decays_at INTEGER,
  owner TEXT,
  due_at INTEGER,
  secured_at INTEGER,
  secured_by TEXT,
  sha256 TEXT,
  reference_id TEXT ${to('case_reference')}
) STRICT;
${refIndex('evidence', 'breach_id')}
${refIndex('evidence', 'reference_id')}

CREATE TABLE investigation_step (
  ${ID},
  text TEXT NOT NULL,
  template_key TEXT,
  offence TEXT,
  hypothesis TEXT,
  owner TEXT,
  due_at INTEGER,
  done_at INTEGER,
  done_by TEXT,
  result TEXT,
  ${yesNo('first_day')},
  not_relevant TEXT,
  breach_id TEXT ${to('breach')}
) STRICT;
${refIndex('investigation_step', 'breach_id')}

-- A compartment of its own: read by its own kind only.
CREATE TABLE child_interview (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  ${mustBe('interview_type', ['mandatory', 'optional', 'supplementary'])},
  ${oneOf('category', ['recent_or_protection', 'under_six_or_aggrieved', 'other_case'])},
  basis TEXT,
  clock_start_at INTEGER,
  clock_reason TEXT,
  interview_leader TEXT,
  guardian TEXT,
  counsel TEXT,
  brought_by TEXT,
  place_text TEXT,
  scheduled_at INTEGER,
  held_at INTEGER,
  extended_at INTEGER,
  extension_reason TEXT,
  ${yesNo('interview_first')},
  exception_reason TEXT,
  exception_at INTEGER,
  follow_up TEXT,
  previous_id TEXT ${to('child_interview')}
) STRICT;
CREATE INDEX child_interview_by_person ON child_interview(person_id);
${refIndex('child_interview', 'previous_id')}

CREATE TABLE data_request (
  ${ID},
  ${mustBe('type', ['access', 'correction', 'deletion'])},
  person_id TEXT ${to('person')},
  received_at INTEGER NOT NULL,
  answered_at INTEGER,
  answer TEXT
) STRICT;
${refIndex('data_request', 'person_id')}

CREATE TABLE unclear_data (
  ${ID},
  text TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  ${yesNo('in_criminal_case')},
  deleted_at INTEGER,
  moved_at INTEGER,
  moved_to TEXT
) STRICT;
`;
