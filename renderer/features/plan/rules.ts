import { daysBetween } from '#model/plan/local-time.ts';
import { formatRule, WEEKDAYS } from '#model/plan/recurrence-rule.ts';

/** Rules that a dialog offers; any other can be written in the measure's own field. */
export const RULE_CHOICES = ['none', 'daily', 'weekdays', 'weekly'] as const;
export type RuleChoice = (typeof RULE_CHOICES)[number];

/** Monday of some week, to count weekdays from. */
const A_MONDAY = '2026-03-02T00:00';

/**
 * The rule as text (RFC 5545); null is once.
 * @param untilLocal last possible start; null runs on
 */
export function ruleText(choice: RuleChoice, startLocal: string, untilLocal: string | null): string | null {
  if (choice === 'none') return null;
  const weekday = WEEKDAYS[((daysBetween(A_MONDAY, startLocal) % 7) + 7) % 7] ?? 'MO';
  const byDay = choice === 'weekdays' ? WEEKDAYS.slice(0, 5) : choice === 'weekly' ? [weekday] : [];
  return formatRule({
    frequency: choice === 'daily' ? 'DAILY' : 'WEEKLY',
    interval: 1,
    count: null,
    untilLocal,
    byDay,
    byMonth: [],
    byMonthDay: [],
    bySetPos: [],
    weekStart: 'MO',
  });
}
