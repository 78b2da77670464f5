import type { Migration } from '../connection/migrate.ts';

/** Every time of a fact, by its table and name. */
const TIMES: readonly (readonly [table: string, ...names: readonly string[]])[] = [
  ['whereabouts', 'since'],
  ['wish', 'said'],
  ['withdrawal', 'happened', 'police_knew'],
  ['threat', 'happened', 'police_knew'],
  ['incident', 'happened', 'police_knew'],
  ['contact', 'happened', 'police_knew'],
  ['report', 'happened', 'police_knew'],
  ['protection_order', 'happened', 'police_knew'],
  ['breach', 'happened', 'police_knew', 'discovered'],
  ['assessment', 'happened', 'police_knew'],
  ['calendar_risk', 'date'],
  ['measure', 'happened', 'police_knew'],
  ['referral', 'happened', 'police_knew'],
  ['arrest', 'happened', 'police_knew'],
  ['response_step', 'happened', 'police_knew'],
  ['remand', 'happened', 'police_knew'],
  ['court_step', 'happened', 'police_knew'],
  ['procedural_status', 'since'],
  ['note', 'happened', 'police_knew'],
  ['link', 'holds'],
  ['attachment', 'taken'],
];

/** A qualifier beside the time `at`: none where there is no time. */
function column(table: string, name: string, at: string): string {
  return `ALTER TABLE ${table} ADD COLUMN ${name} TEXT CHECK (
  ${name} IS NULL OR (${at} IS NOT NULL AND ${name} IN ('about', 'before', 'after'))
);`;
}

/** A time may be told as about, before or after. What stands in a book already was told without, and stays so. Frozen. */
export const uncertainTime: Migration = {
  number: 9,
  name: 'uncertain-time',
  sql: [
    column('record', 'qualifier', 'starts_at'),
    ...TIMES.flatMap(([table, ...names]) => names.map((name) => column(table, `${name}_qualifier`, `${name}_from_at`))),
  ].join('\n'),
};
