import type { TimelineData, TimelineItem, TimelineKind, TimelinePrecision } from '#renderer/timeline/index.ts';

/** A row of a demonstration chronology, as its file has it. */
export interface ChronologyRow {
  readonly date: string;
  readonly time: string;
  readonly precision: TimelinePrecision;
  readonly kind: string;
  readonly text_nb: string;
}

const KIND: Readonly<Record<string, TimelineKind>> = {
  threat: 'threat',
  incident: 'threat',
  contact: 'threat',
  report: 'referral',
  order: 'order',
  order_breach: 'breach',
  assessment: 'assess',
  measure: 'guard',
  referral: 'referral',
  arrest: 'court',
  remand: 'court',
  court: 'court',
  note: 'note',
};

/** A chronology on lanes by kind; times as UTC, which is near enough for looking at years. */
export function chronologyData(rows: readonly ChronologyRow[]): TimelineData {
  const kinds = [...new Set(rows.map((row) => row.kind))];
  const lanes = kinds.map((kind) => ({
    id: kind,
    label: kind,
    kind: KIND[kind] ?? 'note',
    group: KIND[kind] ?? 'note',
  }));
  const groups = [...new Set(lanes.map((lane) => lane.group))].map((kind) => ({ id: kind, label: kind, kind }));
  const items: TimelineItem[] = rows.map((row, i) => ({
    id: `row-${i}`,
    laneId: row.kind,
    kind: KIND[row.kind] ?? 'note',
    shape: 'point',
    startAt: Date.parse(
      `${row.date}${row.date.length === 4 ? '-01-01' : row.date.length === 7 ? '-01' : ''}T${row.time || '00:00'}Z`,
    ),
    endAt: null,
    precision: row.precision,
    storyOrder: i,
    label: row.text_nb,
    state: 'normal',
    editable: false,
  }));
  return { groups, lanes, items };
}
