import type { Migration } from '../connection/migrate.ts';
import { DUTIES } from './0002/duties.ts';
import { MEASURE } from './0002/measure.ts';
import { NEEDS } from './0002/needs.ts';
import { ROSTER } from './0002/roster.ts';

/** Planning: roster, decisions, needs, series and who is on duty. What measures hold so far stays as it is. */
export const plan: Migration = {
  number: 2,
  name: 'plan',
  sql: [ROSTER, NEEDS, MEASURE, DUTIES].join('\n'),
};
