import type { BoardDuty, BoardRow, PlanBoard } from '#contract/plan-view.ts';
import type { ParsedOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { minutesIn, overlap, union } from '#model/plan/intervals.ts';
import type { Duty, Period, PlanWindow } from '#model/plan/types.ts';
import { instantOfLocal, localOfInstant, startOfDay } from '#model/time.ts';
import type { Context } from '../context.ts';
import { readView } from './read.ts';

/** Who and what is on duty in all cases; of a case one is not in, only when and who. */
export async function readBoard(context: Context, input: ParsedOf<'plan.board'>): Promise<PlanBoard> {
  const { fromAt, toAt, rows: by } = input;
  const view = await readView(context, { caseId: null, fromAt, toAt });
  const { window, cases } = view;
  const measures = new Map(view.measures.map((one) => [one.id as string, one]));
  const statuses = new Map(view.occurrences.map((one) => [`${one.seriesId}@${one.originalLocal}`, one.status]));
  const open = new Set(cases.filter((one) => one.isDetailed).map((one) => one.id as string));
  const found = new Map<string, BoardDuty[]>();
  for (const duty of window.duties) {
    if (duty.fromAt >= toAt || (duty.toAt ?? toAt) <= fromAt) continue;
    const measure = measures.get(duty.id);
    const isOpen = open.has(duty.caseId);
    for (const [rowId, part] of rowsOf(duty, by)) {
      const shown: BoardDuty = {
        measureId: duty.id as RecordId,
        originalLocal: duty.originalLocal,
        caseId: duty.caseId as RecordId,
        type: isOpen ? duty.type : null,
        title: isOpen ? (measure?.title ?? '') : '',
        code: measure?.code ?? null,
        status: statuses.get(`${duty.id}@${duty.originalLocal}`) ?? duty.status,
        post: part.post,
        isOnPost: part.isOnPost,
        fromAt: Math.max(part.fromAt ?? duty.fromAt, duty.fromAt),
        toAt: part.toAt ?? duty.toAt ?? toAt,
      };
      const row = found.get(rowId);
      if (row) row.push(shown);
      else found.set(rowId, [shown]);
    }
  }
  const titles =
    by === 'officer'
      ? view.officers.map(({ id, name }) => [id, name] as const)
      : by === 'vehicle'
        ? view.vehicles.map(({ id, label }) => [id, label] as const)
        : cases.map(({ id, name, number }) => [id, name || (number ?? '')] as const);
  return {
    nowAt: window.nowAt,
    zone: window.zone,
    truncated: view.truncated,
    cases,
    rows: titles.map(([id, title]): BoardRow => {
      const duties = (found.get(id) ?? []).sort((a, b) => a.fromAt - b.fromAt);
      const planned = union(
        duties.filter((one) => !CALLED_OFF.has(one.status)).flatMap((one) => overlap(one, input) ?? []),
      );
      return { id, title, duties, minutes: total(planned), nightMinutes: total(nightOf(planned, window)) };
    }),
  };
}

const CALLED_OFF: ReadonlySet<string> = new Set(['cancelled', 'not_possible', 'not_done', 'declined']);

interface Part {
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly post: string | null;
  readonly isOnPost: boolean;
}

/** Rows a duty lies on, with the part of it that is theirs. */
function rowsOf(duty: Duty, by: 'officer' | 'vehicle' | 'case'): [string, Part][] {
  const whole = { fromAt: null, toAt: null, post: null, isOnPost: false };
  if (by === 'case')
    return [[duty.caseId, { ...whole, isOnPost: duty.crew.some(({ onPostAt }) => onPostAt !== null) }]];
  if (by === 'vehicle')
    return duty.vehicles.map((use) => [use.vehicleId, { ...whole, fromAt: use.fromAt, toAt: use.toAt }]);
  return duty.crew.flatMap(({ officerId, fromAt, toAt, post, onPostAt }): [string, Part][] =>
    officerId === null ? [] : [[officerId, { fromAt, toAt, post, isOnPost: onPostAt !== null }]],
  );
}

/** Minutes between 21 and 06, by the clock of the zone. */
function nightOf(periods: readonly Period[], { zone }: PlanWindow): Period[] {
  return periods.flatMap(({ fromAt, toAt }) => {
    const parts: Period[] = [];
    for (let day = startOfDay(fromAt, zone, -1); day < toAt; day = startOfDay(day, zone, 1)) {
      const next = startOfDay(day, zone, 1);
      const begins = instantOfLocal(`${localOfInstant(day, zone).slice(0, 10)}T21:00`, zone);
      const ends = instantOfLocal(`${localOfInstant(next, zone).slice(0, 10)}T06:00`, zone);
      const part = begins !== null && ends !== null && overlap({ fromAt, toAt }, { fromAt: begins, toAt: ends });
      if (part) parts.push(part);
    }
    return parts;
  });
}

function total(periods: readonly Period[]): number {
  return periods.reduce((sum, period) => sum + minutesIn(period), 0);
}
