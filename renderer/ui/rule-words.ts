import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { parseRule, type RecurrenceRule, RuleError, WEEKDAYS } from '#model/plan/recurrence-rule.ts';
import { langOf } from './time-words.ts';
import { useZone } from './zone.ts';

/**
 * A rule of RFC 5545 as a person says it: `hver uke: mandag og torsdag, 8 ganger`. What no word is kept for (positions in a
 * set, a week that does not begin on Monday, counts from the end of a year) stays as it is written, never half said.
 * @param rule text such as `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8`
 * @param zone IANA zone the series runs in
 */
export function ruleWords(t: TFunction, rule: string, zone: string, language: string): string {
  const read = readRule(rule, zone);
  if (!read) return rule;
  const every = t(`repeats:every.${read.frequency}`, { count: read.interval });
  const list = (words: readonly string[]) =>
    new Intl.ListFormat(langOf(language), { type: 'conjunction' }).format(words);
  const days = [...daysOf(t, read), ...read.byMonthDay.map((day) => monthDay(t, day))];
  const isWorkWeek = read.byDay.join() === WEEKDAYS.slice(0, 5).join() && read.interval === 1;
  const months = read.byMonth.map((month) => t(`time:month.${month}`));
  const parts = [
    isWorkWeek ? t('repeats:weekdays') : days.length === 0 ? every : t('repeats:onDays', { every, days: list(days) }),
    ...(months.length > 0 ? [t('repeats:inMonths', { months: list(months) })] : []),
    ...(read.count === null ? [] : [t('repeats:times', { count: read.count })]),
    ...(read.untilLocal === null ? [] : [t('repeats:until', { date: read.untilLocal.slice(0, 10) })]),
  ];
  return parts.join(', ');
}

/** The same, in the language and zone in force here. */
export function useRuleWords(): (rule: string) => string {
  const { t, i18n } = useTranslation('repeats');
  const zone = useZone();
  return (rule) => ruleWords(t, rule, zone, i18n.language);
}

/** The parts of a rule there are words for; null where it cannot be read or says more. */
function readRule(rule: string, zone: string): RecurrenceRule | null {
  try {
    const read = parseRule(rule, zone);
    const numbers = read.byDay.map(numberOf);
    // The first Monday of a year is not the first of a month.
    const isOfYear = read.frequency === 'YEARLY' && read.byMonth.length === 0;
    const isSaid =
      read.bySetPos.length === 0 &&
      (read.weekStart === 'MO' || read.interval === 1) &&
      numbers.every((number) => number === null || (!isOfYear && ORDINALS.has(number))) &&
      read.byMonthDay.every((day) => day > 0 || day === -1) &&
      !(read.byDay.length > 0 && read.byMonthDay.length > 0);
    return isSaid ? read : null;
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}

const ORDINALS = new Set([1, 2, 3, 4, 5, -1, -2]);

/** `1MO` is 1, `-1FR` is -1, `MO` is null. */
function numberOf(token: string): number | null {
  return token.length > 2 ? Number(token.slice(0, -2)) : null;
}

function daysOf(t: TFunction, { byDay }: RecurrenceRule): string[] {
  return byDay.map((token) => {
    const weekday = WEEKDAYS.indexOf(token.slice(-2) as (typeof WEEKDAYS)[number]) + 1;
    const day = t(`time:weekday.${weekday}`);
    const number = numberOf(token);
    return number === null ? day : t(`repeats:ofMonth.${number}`, { day });
  });
}

function monthDay(t: TFunction, day: number): string {
  return day === -1 ? t('repeats:monthDay.last') : t('repeats:monthDay.from_start', { number: day });
}
