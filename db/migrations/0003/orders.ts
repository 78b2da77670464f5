import { FACT, factIndexes, ID, to } from '../0001/parts.ts';
import { add, addRef, mustBe, oneOf, refIndex, widen, yesNo } from './parts.ts';

/** Orders, their terms and service; breaches and what followed them. Frozen. */
export const ORDERS = `
CREATE TABLE case_reference (
  ${ID},
  number TEXT NOT NULL,
  ${mustBe('type', ['criminal_case', 'assignment', 'report', 'court_case', 'other'])},
  note TEXT
) STRICT;

${widen('protection_order', 'variant', [
  'restraining_order',
  'limited_order',
  'own_home_ban',
  'electronic_control',
  'group_premises_ban',
  'stay_away_ban',
  'contact_ban',
  'other',
])}
${add('protection_order', [oneOf('stage', ['draft', 'requested', 'decided', 'refused'])])}
${addRef('protection_order', 'respondent_id', 'person')}
${addRef('protection_order', 'protected_id', 'person')}
${add('protection_order', [
  yesNo('electronic_control'),
  yesNo('own_home'),
  yesNo('indefinite'),
  oneOf('decision_form', ['oral', 'written']),
  'written_at INTEGER',
  'served_by TEXT',
  'served_proof TEXT',
  'known_since_at INTEGER',
  'known_how TEXT',
])}
${addRef('protection_order', 'replaces_id', 'protection_order')}
${add('protection_order', [
  'basis TEXT',
  'her_view TEXT',
  'lifted_reason TEXT',
  'review_demanded_at INTEGER',
  'review_demanded_by TEXT',
  'sent_to_court_at INTEGER',
  'court_decided_at INTEGER',
  oneOf('court_decision', ['upheld', 'amended', 'set_aside', 'withdrawn']),
  'court_book_reason TEXT',
  'court_book_reason_at INTEGER',
  'control_served_at INTEGER',
  'control_waived_at INTEGER',
  'control_petition_at INTEGER',
  'lapse_planned_at INTEGER',
  'consent_refused_at INTEGER',
  'judgment_at INTEGER',
  'final_at INTEGER',
  'retried_at INTEGER',
])}
${addRef('protection_order', 'reference_id', 'case_reference')}

CREATE TABLE order_term (
  ${ID},
  order_id TEXT NOT NULL ${to('protection_order')},
  ${mustBe('type', ['place', 'contact', 'area', 'circle', 'electronic_control', 'exception'])},
  text TEXT,
  place_id TEXT ${to('place')},
  person_id TEXT ${to('person')}
) STRICT;
CREATE INDEX order_term_by_order ON order_term(order_id);
${refIndex('order_term', 'place_id')}
${refIndex('order_term', 'person_id')}

CREATE TABLE order_service (
  ${ID},
  order_id TEXT NOT NULL ${to('protection_order')},
  attempt_at INTEGER NOT NULL,
  ${mustBe('outcome', ['served', 'failed', 'document_lost'])},
  ${oneOf('method', ['in_person', 'by_prosecutor', 'electronic', 'process_server', 'other'])},
  by_whom TEXT,
  proof TEXT,
  note TEXT
) STRICT;
CREATE INDEX order_service_by_order ON order_service(order_id);

${add('breach', [
  'ended_at INTEGER',
  'sender_why TEXT',
  'reported_at INTEGER',
  oneOf('reported_how', ['alarm', 'call_112', 'operations_centre', 'in_person', 'patrol', 'lawyer', 'other']),
  'reported_by TEXT',
  yesNo('safe_now'),
  'where_he_is TEXT',
  'weapon TEXT',
  'children_text TEXT',
  'witnesses TEXT',
  'needs_now TEXT',
  'known_since_at INTEGER',
  'status_reason TEXT',
])}
${addRef('breach', 'reference_id', 'case_reference')}

CREATE TABLE response_step (
  ${FACT},
  breach_id TEXT ${to('breach')},
  arrest_id TEXT ${to('arrest')},
  ${mustBe('step', [
    'alarm_raised',
    'reported',
    'patrol_there',
    'arrested',
    'statement_offered',
    'arrest_upheld',
    'defence_appointed',
    'counsel_appointed',
    'presentation_requested',
    'hearing_opened',
    'remand_decided',
    'release',
    'she_notified',
    'charge',
    'penalty_writ',
    'indictment',
    'judgment',
    'appeal',
    'other',
  ])},
  ${oneOf('read_from', [
    'alarm_log',
    'operations_log',
    'arrest_journal',
    'patrol_report',
    'court_book',
    'told',
    'other',
  ])},
  log_number TEXT,
  ${yesNo('chosen')},
  until_at INTEGER
) STRICT;
${factIndexes('response_step')}
${refIndex('response_step', 'breach_id')}
${refIndex('response_step', 'arrest_id')}
`;
