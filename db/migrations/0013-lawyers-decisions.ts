import type { Migration } from '../connection/migrate.ts';
import { widenRequired } from './0003/parts.ts';

/** A lawyer's decision on a breach as a reading of its own: who, from which source, how exactly known. Frozen. */
export const lawyersDecisions: Migration = {
  number: 13,
  name: 'lawyers-decisions',
  sql: widenRequired('response_step', 'step', [
    'alarm_raised',
    'reported',
    'patrol_there',
    'arrested',
    'statement_offered',
    'arrest_upheld',
    'lawyer_decided',
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
  ]),
};
