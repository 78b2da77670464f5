import { daysBetween } from '#model/plan/local-time.ts';
import { formatRule, parseRule, RuleError, WEEKDAYS } from '#model/plan/recurrence-rule.ts';

/** Rules that a dialog offers by a word; any other is written (RFC 5545). */
export const RULE_CHOICES = ['none', 'daily', 'weekdays', 'weekly', 'other'] as const;
type RuleChoice = (typeof RULE_CHOICES)[number];

/** A rule as it is being chosen. */
export interface RuleDraft {
  readonly choice: RuleChoice;
  /** Last possible start, wall clock; null runs on. Part of the text where the rule is written. */
  readonly until: string | null;
  readonly text: string;
}

/** Monday of some week, to count weekdays from. */
const A_MONDAY = '2026-03-02T00:00';

/** A draft that says the rule: by a word where there is one for it. */
export function draftOfRule(rule: string | null, startLocal: string): RuleDraft {
  if (rule === null) return { choice: 'none', until: null, text: '' };
  const until = untilOf(rule);
  for (const choice of ['daily', 'weekdays', 'weekly'] as const) {
    if (until !== undefined && ruleOf({ choice, until, text: '' }, startLocal) === rule)
      return { choice, until, text: '' };
  }
  return { choice: 'other', until: null, text: rule };
}

/** Last start a rule names; undefined where it cannot be read. */
function untilOf(rule: string): string | null | undefined {
  try {
    return parseRule(rule, 'UTC').untilLocal;
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

/** True if the rule can be kept: a written one must be read without a doubt. */
export function isRule({ choice, text }: RuleDraft): boolean {
  return choice !== 'other' || untilOf(text.trim()) !== undefined;
}

/** The rule as text; null is once. @param startLocal wall-clock start, of whose weekday a weekly rule is */
export function ruleOf({ choice, until, text }: RuleDraft, startLocal: string): string | null {
  if (choice === 'none') return null;
  if (choice === 'other') return text.trim();
  const weekday = WEEKDAYS[((daysBetween(A_MONDAY, startLocal) % 7) + 7) % 7] ?? 'MO';
  const byDay = choice === 'weekdays' ? WEEKDAYS.slice(0, 5) : choice === 'weekly' ? [weekday] : [];
  return formatRule({
    frequency: choice === 'daily' ? 'DAILY' : 'WEEKLY',
    interval: 1,
    count: null,
    untilLocal: until,
    byDay,
    byMonth: [],
    byMonthDay: [],
    bySetPos: [],
    weekStart: 'MO',
  });
}
