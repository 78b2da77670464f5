import { ID, to, when } from '../0001/parts.ts';
import { add, addRef, mustBe, oneOf, refIndex, widen, widenRequired, yesNo } from './parts.ts';

/** Custody, court and where he is; what a person is in a criminal case; what has been given to him. Frozen. */
export const CUSTODY = `
${add('arrest', [
  oneOf('custody', ['arrest', 'brought_in']),
  'basis TEXT',
  yesNo('by_decision'),
  'journal_number TEXT',
  yesNo('under_eighteen'),
  'cell_from_at INTEGER',
  'cell_until_at INTEGER',
  'cell_reason TEXT',
  'cell_reason_at INTEGER',
  'court_book_reason TEXT',
  'court_book_reason_at INTEGER',
  'third_day_reason TEXT',
  'third_day_reason_at INTEGER',
  'no_release_clear_at INTEGER',
  'child_welfare_notified_at INTEGER',
])}
${addRef('arrest', 'reference_id', 'case_reference')}

${addRef('remand', 'arrest_id', 'arrest')}
${add('remand', ['decided_at INTEGER', yesNo('under_eighteen'), 'requested_at INTEGER', 'defence_notice_at INTEGER'])}
${addRef('remand', 'extends_id', 'remand')}
${add('remand', [yesNo('extension_wanted'), 'prison_judgment_at INTEGER', 'conditions TEXT', 'released_at INTEGER'])}

${widen('court_step', 'step', [
  'petition',
  'charge',
  'indictment',
  'penalty_writ',
  'summons',
  'hearing',
  'remand_hearing',
  'main_hearing',
  'judgment',
  'release',
  'appeal',
  'decision',
  'other',
])}
${addRef('court_step', 'person_id', 'person')}
${addRef('court_step', 'breach_id', 'breach')}
${addRef('court_step', 'arrest_id', 'arrest')}
${addRef('court_step', 'order_id', 'protection_order')}
${add('court_step', [
  'received_at INTEGER',
  'opened_at INTEGER',
  'final_at INTEGER',
  'summons_served_at INTEGER',
  'reply_due_at INTEGER',
  'accepted_at INTEGER',
  yesNo('on_remand'),
  yesNo('on_appeal'),
  yesNo('under_eighteen'),
  'she_notified_at INTEGER',
  'outcome TEXT',
])}
${addRef('court_step', 'reference_id', 'case_reference')}

${add('whereabouts', [
  oneOf('change', ['released', 'escaped', 'leave', 'taken_in', 'moved', 'other']),
  'back_at INTEGER',
])}
${widenRequired('whereabouts', 'state', [
  'at_large',
  'cell',
  'remand',
  'serving',
  'leave',
  'electronic_control',
  'wanted',
  'unknown',
])}

CREATE TABLE procedural_status (
  ${ID},
  person_id TEXT NOT NULL ${to('person')},
  ${mustBe('status', [
    'witness',
    'aggrieved',
    'suspect',
    'charged',
    'indicted',
    'convicted',
    'acquitted',
    'dismissed',
  ])},
  ${when('since')},
  offence TEXT,
  reference_id TEXT ${to('case_reference')},
  ${yesNo('under_eighteen')},
  charge_decided_at INTEGER,
  special_reason TEXT,
  special_reason_at INTEGER,
  note TEXT,
  CHECK (since_from_at IS NOT NULL)
) STRICT;
CREATE INDEX procedural_status_by_person ON procedural_status(person_id);
${refIndex('procedural_status', 'reference_id')}

CREATE TABLE disclosure (
  ${ID},
  given_at INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  person_id TEXT ${to('person')},
  ${oneOf('form', ['case_documents', 'lawyer_only', 'order_copy', 'inspection', 'oral', 'refused'])},
  contents TEXT,
  copy_number TEXT,
  decided_by TEXT,
  note TEXT
) STRICT;
${refIndex('disclosure', 'person_id')}
`;
