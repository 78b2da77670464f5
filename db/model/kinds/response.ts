import { choice, flag, instant, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';

/** The steps that may answer a breach or follow an arrest, in the order in which they usually come. */
export const RESPONSE_STEPS = [
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
] as const;
export type ResponseStep = (typeof RESPONSE_STEPS)[number];

/** What a reading of a step's time was taken from; several readings of one step may stand beside each other. */
const READING_SOURCES = [
  'alarm_log',
  'operations_log',
  'arrest_journal',
  'patrol_report',
  'court_book',
  'told',
  'other',
] as const;

/** One reading of one step of what the police and the court did about a breach or an arrest (politiets oppfølging). */
export const responseStep = defineKind({
  kind: 'response_step',
  // From these he could reckon how long help takes to come, or that she carries an alarm.
  caseFile: (v) => !['alarm_raised', 'reported', 'patrol_there', 'she_notified', 'other'].includes(v.step),
  table: 'response_step',
  scope: 'case',
  tone: 'court',
  icon: 'k-court',
  area: 'orders',
  linkable: true,
  fields: {
    ...factFields(),
    breachId: ref('breach'),
    arrestId: ref('arrest'),
    /** `arrested` with another breach than the arrest's own: the same arrest answers that one too; then without a time. */
    step: required(choice(RESPONSE_STEPS)),
    readFrom: choice(READING_SOURCES, { keptFromCharged: true }),
    logNumber: text(40, { keptFromCharged: true }),
    /** Chosen among several readings of the same step. */
    chosen: flag(),
    /** Until when a remand that was decided lasts. */
    untilAt: instant({ isEnd: true }),
  },
  title: factTitle,
  titleEn: factTitleEn,
  span: factSpan,
  lane: () => 'court',
  check: (v) => (v.breachId === null && v.arrestId === null ? { field: 'breachId', code: 'REQUIRED' } : null),
});
