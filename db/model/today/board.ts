import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';
import { actsNow, dueSoon, type FilterCase, filterRows, responsibleOf, type TodayFilter, unitOf } from './filter.ts';
import { kindOfRow } from './kind-of-row.ts';
import { standsAt, TODAY_GROUPS, type TodayGroup, type TodayRow } from './rows.ts';

/** How much of the board is drawn. */
export interface BoardPart {
  /** With the rows that are old. */
  readonly older: boolean;
  /** So many rows of each group. */
  readonly most: Readonly<Record<TodayGroup, number>>;
}

/** The rows of the board that are drawn, and what is told of the others. */
export interface TodayBoard {
  /** Of each group the first ones. */
  readonly rows: readonly TodayRow[];
  /** How many rows each group has in all. */
  readonly groups: Readonly<Record<TodayGroup, number>>;
  /** Rows that are not old, and in how many cases. */
  readonly fresh: { readonly count: number; readonly cases: number };
  readonly oldCount: number;
  /** What asks to act now, whatever a counter shows alone; `oldestAt` (ms UTC) is null where there is nothing. */
  readonly acting: { readonly count: number; readonly oldestAt: number | null };
  /** What is due within 24 hours, whatever a counter shows alone. */
  readonly soon: { readonly count: number; readonly firstAt: number | null };
  /** Names of those who answer for any row, by the alphabet. */
  readonly responsible: readonly string[];
  /** Their units, by the alphabet. */
  readonly units: readonly string[];
  /** Kinds of what any row is about. */
  readonly kinds: readonly Kind[];
}

/** What of all rows is drawn through a filter. */
export function boardOf(
  all: readonly TodayRow[],
  cases: ReadonlyMap<RecordId, FilterCase>,
  filter: TodayFilter,
  { older, most }: BoardPart,
  now: number,
): TodayBoard {
  const counted = filterRows(all, cases, { ...filter, only: null }, now);
  const rows = filter.only === null ? counted : filterRows(counted, cases, filter, now);
  const fresh = rows.filter((row) => !row.old);
  const shown = Map.groupBy(older ? rows : fresh, (row) => row.group);
  const own = TODAY_GROUPS.map((group) => [group, shown.get(group) ?? []] as const);
  const acting = counted.filter(actsNow);
  const soon = counted.filter((row) => dueSoon(row, now));
  return {
    rows: own.flatMap(([group, list]) => list.slice(0, most[group])),
    groups: Object.fromEntries(own.map(([group, list]) => [group, list.length])) as Record<TodayGroup, number>,
    fresh: { count: fresh.length, cases: new Set(fresh.map((row) => row.caseId)).size },
    oldCount: rows.length - fresh.length,
    acting: { count: acting.length, oldestAt: least(acting.map(standsAt)) },
    soon: { count: soon.length, firstAt: least(soon.flatMap((row) => row.dueAt ?? [])) },
    responsible: namesOf(all, cases, responsibleOf),
    units: namesOf(all, cases, unitOf),
    kinds: [...new Set(all.map(kindOfRow))],
  };
}

function namesOf(
  rows: readonly TodayRow[],
  cases: ReadonlyMap<RecordId, FilterCase>,
  nameOf: typeof responsibleOf,
): string[] {
  const names = rows.flatMap((row) => (row.caseId === null ? [] : (nameOf(row, cases.get(row.caseId)) ?? [])));
  return [...new Set(names)].sort();
}

function least(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b));
}
