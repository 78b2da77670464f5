/** The part of RFC 5545 (3.3.10) that a plan uses, read strictly: whatever is not understood is refused, never ignored. */
import { localOfInstant } from '../time.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];

/** Monday first, as ISO 8601 counts. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Most occurrences a rule may count, and most that one expansion gives. */
export const MAX_OCCURRENCES = 10_000;

/** A rule by its parts; dates and times are wall clock. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** null runs on, or until `untilLocal`. */
  readonly count: number | null;
  /** Last possible start `YYYY-MM-DDTHH:MM`, itself included. */
  readonly untilLocal: string | null;
  /** As written: `MO`, or `1MO` and `-1FR` for the first and the last of a month. */
  readonly byDay: readonly string[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly bySetPos: readonly number[];
  /** First day of the week, which an interval of weeks counts from. */
  readonly weekStart: string;
}

/** Why a rule is refused; the code is a key of the interface's words. */
type RuleProblem = 'RULE_FREQUENCY' | 'RULE_PART' | 'RULE_VALUE' | 'RULE_COUNT' | 'RULE_UNTIL' | 'RULE_END';

/** A rule that cannot be read. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly problem: RuleProblem;

  constructor(problem: RuleProblem) {
    super(problem);
    this.problem = problem;
  }
}

const DAY_TOKEN = /^(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)$/;
const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

/**
 * Reads a rule text such as `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8`.
 * @param zone IANA zone, in which an UNTIL in UTC is turned into wall clock
 * @throws RuleError for a part or value that is not understood; hours and minutes are no frequency of a plan (a patrol
 * is a window with passes), COUNT and UNTIL exclude each other
 */
export function parseRule(text: string, zone: string): RecurrenceRule {
  const parts = readParts(text);
  const frequency = parts.get('FREQ');
  if (!FREQUENCIES.includes(frequency as Frequency)) throw new RuleError('RULE_FREQUENCY');
  if (parts.has('COUNT') && parts.has('UNTIL')) throw new RuleError('RULE_END');
  const until = parts.get('UNTIL');
  const byDay = (parts.get('BYDAY') ?? '').split(',').filter((token) => token !== '');
  if (!byDay.every((token) => DAY_TOKEN.test(token))) throw new RuleError('RULE_VALUE');
  // RFC 5545: a numbered weekday means something in a month or a year only.
  const numbered = byDay.some((token) => token.length > 2);
  if (numbered && (frequency === 'DAILY' || frequency === 'WEEKLY')) throw new RuleError('RULE_VALUE');
  const weekStart = parts.get('WKST') ?? 'MO';
  if (!WEEKDAYS.includes(weekStart as (typeof WEEKDAYS)[number])) throw new RuleError('RULE_VALUE');
  return {
    frequency: frequency as Frequency,
    interval: wholeNumbers(parts.get('INTERVAL'), 1, 999)[0] ?? 1,
    count: parts.has('COUNT') ? countOf(parts.get('COUNT') ?? '') : null,
    untilLocal: until === undefined ? null : untilOf(until, zone),
    byDay,
    byMonth: wholeNumbers(parts.get('BYMONTH'), 1, 12),
    byMonthDay: wholeNumbers(parts.get('BYMONTHDAY'), -31, 31),
    bySetPos: wholeNumbers(parts.get('BYSETPOS'), -366, 366),
    weekStart,
  };
}

/** The rule as text, its UNTIL as wall clock without a zone. */
export function formatRule(rule: RecurrenceRule): string {
  const parts = [`FREQ=${rule.frequency}`];
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth.length > 0) parts.push(`BYMONTH=${rule.byMonth.join(',')}`);
  if (rule.byMonthDay.length > 0) parts.push(`BYMONTHDAY=${rule.byMonthDay.join(',')}`);
  if (rule.byDay.length > 0) parts.push(`BYDAY=${rule.byDay.join(',')}`);
  if (rule.bySetPos.length > 0) parts.push(`BYSETPOS=${rule.bySetPos.join(',')}`);
  if (rule.weekStart !== 'MO') parts.push(`WKST=${rule.weekStart}`);
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`);
  if (rule.untilLocal !== null) parts.push(`UNTIL=${rule.untilLocal.replaceAll(/[-:]/g, '')}00`);
  return parts.join(';');
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS', 'WKST']);

function readParts(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value, ...rest] = part.split('=');
    if (!KNOWN.has(name) || value === undefined || rest.length > 0 || parts.has(name)) throw new RuleError('RULE_PART');
    if (value === '') throw new RuleError('RULE_VALUE');
    parts.set(name, value);
  }
  return parts;
}

function countOf(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MAX_OCCURRENCES) throw new RuleError('RULE_COUNT');
  return count;
}

function wholeNumbers(text: string | undefined, min: number, max: number): number[] {
  if (text === undefined) return [];
  return text.split(',').map((token) => {
    const value = Number(token);
    const fits = /^[+-]?\d{1,3}$/.test(token) && value !== 0 && value >= min && value <= max;
    if (!fits) throw new RuleError('RULE_VALUE');
    return value;
  });
}

function untilOf(text: string, zone: string): string {
  const match = UNTIL.exec(text);
  if (!match) throw new RuleError('RULE_UNTIL');
  const [, year, month, day, hour = '23', minute = '59', , utc] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  const at = Date.parse(`${local}Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== local) throw new RuleError('RULE_UNTIL');
  return utc === 'Z' ? localOfInstant(at, zone) : local;
}
