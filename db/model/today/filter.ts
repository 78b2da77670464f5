import type { RecordId } from '../ids.ts';
import type { Kind } from '../kinds.ts';
import { kindOfRow } from './kind-of-row.ts';
import type { Duty, TodayRow } from './rows.ts';

/** What of a case decides whether its rows are shown. */
export interface FilterCase {
  readonly mine: boolean;
  readonly officers: readonly { readonly name: string; readonly duty: string; readonly unit: string | null }[];
}

/** Which rows of the board are shown. */
export interface TodayFilter {
  readonly whose: 'mine' | 'unit';
  /** Whose work; null is everyone's. */
  readonly duty: Duty | null;
  /** Name of who has that duty in the case; null is anyone. */
  readonly responsible: string | null;
  /** Unit of who answers for it; null is any. */
  readonly unit: string | null;
  /** Kind of the record it is about; null is any. */
  readonly kind: Kind | null;
  /** What a counter shows alone. */
  readonly only: 'now' | 'soon' | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Part in a case that answers for a duty. */
const DUTY_OF_OFFICER: Record<Duty, string> = {
  prosecutor: 'responsible_prosecutor',
  investigator: 'lead_investigator',
  analyst: 'analyst',
  lead: 'police_contact',
};

/** Who answers for a row in its case; null where nobody is named. */
export function responsibleOf(row: Pick<TodayRow, 'duty'>, one: FilterCase | undefined): string | null {
  return officerOf(row, one)?.name ?? null;
}

/** The unit of who answers for a row in its case; null where it is not known. */
export function unitOf(row: Pick<TodayRow, 'duty'>, one: FilterCase | undefined): string | null {
  return officerOf(row, one)?.unit ?? null;
}

function officerOf({ duty }: Pick<TodayRow, 'duty'>, one: FilterCase | undefined) {
  return one?.officers.find((officer) => officer.duty === DUTY_OF_OFFICER[duty]);
}

/** Danger, or a deadline of the law that was missed: what a badge counts and solid ink shows. A flag asks, it does not tell. */
export function actsNow(row: TodayRow): boolean {
  return !row.old && row.flags === null && (row.group === 'danger' || (row.group === 'law' && row.over));
}

/** Due within 24 hours of `now`, whoever set the limit. */
export function dueSoon(row: TodayRow, now: number): boolean {
  return row.group !== 'danger' && row.dueAt !== null && row.dueAt > now && row.dueAt - now <= DAY_MS;
}

/** The rows a filter lets through. */
export function filterRows(
  rows: readonly TodayRow[],
  cases: ReadonlyMap<RecordId, FilterCase>,
  filter: TodayFilter,
  now: number,
): TodayRow[] {
  return rows.filter((row) => {
    const one = row.caseId === null ? undefined : cases.get(row.caseId);
    // What belongs to the whole book is nobody's own.
    if (filter.whose === 'mine' && row.caseId !== null && !one?.mine) return false;
    if (filter.duty !== null && row.duty !== filter.duty) return false;
    if (filter.responsible !== null && responsibleOf(row, one) !== filter.responsible) return false;
    if (filter.unit !== null && unitOf(row, one) !== filter.unit) return false;
    if (filter.kind !== null && kindOfRow(row) !== filter.kind) return false;
    if (filter.only === 'now') return actsNow(row);
    return filter.only === 'soon' ? dueSoon(row, now) : true;
  });
}
