import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DangerFlag } from '#model/today/flags.ts';
import { standsAt, type TodayRow } from '#model/today/rows.ts';
import { type DueWords, useDueWords } from '#renderer/ui/due-words.ts';
import { shortWords } from '#renderer/ui/LawSource.tsx';
import { type TimeWords, useTimeWords } from '#renderer/ui/time-words.ts';
import type { UrgencyState } from '#renderer/ui/Urgency.tsx';

/** Words of a row of the board. */
export interface RowWords {
  title(row: Pick<TodayRow, 'danger' | 'prompt' | 'what'> & Partial<Pick<TodayRow, 'flags'>>): string;
  /** Beside the source: what the rule asks, and what else the same cause makes run. */
  detail(row: TodayRow): string;
  /** In the chip: time left, over, gone. */
  chip(row: TodayRow, now: number): string;
  /** In the column of dates. */
  date(row: TodayRow): string;
}

/** Ink of a row: solid for danger and for a deadline of the law that was missed, and for nothing else. */
export function inkOf(row: TodayRow, now: number): UrgencyState {
  if (row.flags) return 'soon';
  if (row.group === 'danger') return 'over';
  if (row.old) return 'later';
  if (row.group === 'law' && row.over) return 'over';
  if (row.over || (row.group === 'law' && row.dueAt === null)) return 'soon';
  return row.dueAt !== null && row.dueAt - now <= 24 * 60 * 60 * 1_000 ? 'soon' : 'later';
}

/** Builds the words; `t` must know the namespaces `today`, `flags`, `clocks` and `time`. */
function rowWords(t: TFunction, time: TimeWords, due: DueWords): RowWords {
  const name = (id: string) => t(`clocks:name.${id}`);
  const flagName = (flag?: DangerFlag) => (flag ? t(`flags:rule.${flag.rule}.name`) : '');
  return {
    title({ danger, prompt, what, flags }) {
      if (flags) return t('flags.title', { name: flagName(flags[0]) });
      if (danger) return t(danger.state ? `danger.${danger.id}_${danger.state}` : `danger.${danger.id}`);
      if (prompt) return t(`prompt.${prompt.id}`, { name: prompt.rule && t(`flags:rule.${prompt.rule}.name`) });
      return name(what);
    },
    detail(row) {
      if (row.flags) {
        const others = row.flags.slice(1).map(flagName);
        return others.length > 0 ? t('flags.whyMore', { names: others.join(', ') }) : t('flags.why');
      }
      if (row.danger) {
        const { id, state, unit } = row.danger;
        const why = [unit, t([`dangerWhy.${id}_${state}`, `dangerWhy.${id}`])].filter(Boolean).join(': ');
        return row.over && row.dueAt !== null ? `${why} · ${t('ownOver', { date: due.due(row.dueAt) })}` : why;
      }
      if (row.prompt) {
        const { id, by, reason, count } = row.prompt;
        return t(`promptWhy.${id}`, { by, reason, count });
      }
      const parts: string[] = [];
      if (row.clock) parts.push(shortWords(t, row.clock, time.length));
      if (row.clock?.workingAt && row.clock.workingAt !== row.dueAt)
        parts.push(t('clocks:cutoff', { date: due.due(row.clock.workingAt) }));
      const left = [row.clock, ...row.folded].find((one) => one && one.workingDaysLeft !== null)?.workingDaysLeft;
      if (left !== null && left !== undefined) parts.push(t('clocks:workingDays', { count: left }));
      for (const missing of row.clock?.missing ?? []) parts.push(t(`clocks:missing.${missing}`));
      const more = row.folded.filter((one) => one.id !== 'renewal' && one.dueAt !== null);
      for (const one of more) parts.push(t('also', { name: name(one.id), date: due.due(one.dueAt ?? 0) }));
      return parts.join(' · ');
    },
    chip(row, now) {
      if (row.flags) return t('flags.count', { count: row.flags.length });
      const at = standsAt(row);
      const length = time.length(Math.abs(at - now));
      if (row.group === 'danger') return t('since', { length });
      if (row.dueAt === null) return t('clocks:gone', { length });
      return at <= now ? t('clocks:over', { length }) : length;
    },
    date: (row) => (row.flags?.[0] ? due.fact(row.flags[0].since) : due.due(standsAt(row))),
  };
}

/** Words of rows in the language and zone in force here. */
export function useRowWords(): RowWords {
  const { t, i18n } = useTranslation('today');
  const time = useTimeWords();
  const due = useDueWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` keeps its identity when the language changes
  return useMemo(() => rowWords(t, time, due), [t, time, due, i18n.language]);
}
