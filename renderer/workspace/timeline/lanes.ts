import type { TimelineEntry } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import type { Tone } from '#model/kinds/define.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { Kind } from '#model/kinds.ts';
import {
  doubtOf,
  type TimelineData,
  type TimelineGroup,
  type TimelineItem,
  type TimelineLane,
  type TimelineState,
} from '#renderer/timeline/index.ts';

/** Words the lanes need. */
export interface LaneWords {
  readonly tone: (tone: Tone) => string;
  readonly kinds: (kind: Kind) => string;
  readonly measure: (type: MeasureType) => string;
  readonly title: (entry: TimelineEntry) => string;
  /** Chip before an order's end. */
  readonly ends: (at: number, how: TimelineEntry['orderEnd']) => string;
  /** Behind an order's end. */
  readonly notRenewed: string;
}

interface LaneDecl {
  readonly id: string;
  readonly tone: Tone;
  readonly kind: Kind;
  readonly measure?: MeasureType;
}

const MEASURE_LANES: readonly LaneDecl[] = [
  { id: 'measure:shield', tone: 'shield', kind: 'measure', measure: 'shielding' },
  { id: 'measure:guard', tone: 'guard', kind: 'measure', measure: 'guarding' },
  { id: 'measure:patrol', tone: 'patrol', kind: 'measure', measure: 'patrol' },
  { id: 'measure:transport', tone: 'transport', kind: 'measure', measure: 'transport' },
  { id: 'measure:note', tone: 'note', kind: 'measure', measure: 'other' },
];

/** Lanes from top to bottom: what she needs, what protects her, what threatens her, what the law does. */
const LANES: readonly LaneDecl[] = [
  { id: 'wish', tone: 'need', kind: 'wish' },
  { id: 'measure:shield', tone: 'shield', kind: 'measure', measure: 'shielding' },
  { id: 'alarm', tone: 'shield', kind: 'alarm' },
  ...MEASURE_LANES.slice(1, 4),
  { id: 'threat', tone: 'threat', kind: 'threat' },
  { id: 'incident', tone: 'threat', kind: 'incident' },
  { id: 'contact', tone: 'threat', kind: 'contact' },
  { id: 'order', tone: 'order', kind: 'order' },
  { id: 'breach', tone: 'breach', kind: 'breach' },
  { id: 'report', tone: 'court', kind: 'report' },
  { id: 'arrest', tone: 'court', kind: 'arrest' },
  { id: 'remand', tone: 'court', kind: 'remand' },
  { id: 'court_step', tone: 'court', kind: 'court_step' },
  { id: 'assessment', tone: 'assess', kind: 'assessment' },
  { id: 'referral', tone: 'referral', kind: 'referral' },
  { id: 'measure:note', tone: 'note', kind: 'measure', measure: 'other' },
  { id: 'note', tone: 'note', kind: 'note' },
];

/** Lanes that stand even when they are empty: measures are planned by drawing them. */
const ALWAYS = new Set(MEASURE_LANES.slice(0, 4).map((lane) => lane.id));

/** The type a measure gets when it is drawn on this lane; null where nothing is planned. */
export function measureOfLane(laneId: string): MeasureType | null {
  return MEASURE_LANES.find((lane) => lane.id === laneId)?.measure ?? null;
}

/** Id of the measure that is being made; no record has it. */
export const DRAFT_ID = 'draft';

/** A measure that is being made, ms UTC. */
export interface DraftMeasure {
  readonly type: MeasureType;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The newest end of a plan that has passed, ms UTC; 0 when none has. The drawing depends on the time of day by this
 * alone, so that it is made anew when a plan ends and not each minute.
 */
export function lastPlanEnd(entries: readonly TimelineEntry[], now: number): number {
  let last = 0;
  for (const { plan, status, endsAt } of entries) {
    if (plan && status === 'planned' && endsAt !== null && endsAt <= now && endsAt > last) last = endsAt;
  }
  return last;
}

/**
 * What the timeline draws of a case's records, and of a measure that is being made. A series is drawn by its occurrences,
 * which the plan tells: whole it would be one bar without an end, also once it has ended. `now` in ms UTC.
 */
export function timelineData(
  all: readonly TimelineEntry[],
  now: number,
  words: LaneWords,
  draft: DraftMeasure | null = null,
): TimelineData {
  const entries = all.filter(({ recurs, occurrence }) => !recurs || occurrence !== null);
  const items = entries.map((entry) => itemOf(entry, now, words));
  if (draft) items.push(draftItem(draft));
  const used = new Set(items.map((item) => item.laneId));
  const known = new Set(LANES.map((lane) => lane.id));
  // A kind without a place of its own comes last: nothing that lies in time is left out.
  const others = new Map(
    entries.filter(({ kind }) => !known.has(laneOf(kind))).map((entry) => [entry.kind, entry.tone]),
  );
  const rest = [...others].map(([kind, tone]): LaneDecl => ({ id: kind, tone, kind }));
  const shown = [...LANES.filter((lane) => used.has(lane.id) || ALWAYS.has(lane.id)), ...rest];
  const tones = [...new Set(shown.map((lane) => lane.tone))];
  const groups = tones.map((tone): TimelineGroup => ({ id: tone, label: words.tone(tone), kind: tone }));
  const lanes = shown.map(
    (lane): TimelineLane => ({
      id: lane.id,
      label: lane.measure ? words.measure(lane.measure) : words.kinds(lane.kind),
      group: lane.tone,
      kind: lane.tone,
      creatable: lane.measure !== undefined,
    }),
  );
  return { groups, lanes, items };
}

/** The same with one lane a hue and no headings, for a strip of few lines: each lane carries its kind's icon. */
export function stripData(entries: readonly TimelineEntry[], now: number, words: LaneWords): TimelineData {
  const { groups, lanes, items } = timelineData(entries, now, words);
  const toneOf = new Map(lanes.map((lane) => [lane.id, lane.group ?? lane.id]));
  return {
    groups: [],
    lanes: groups.map(({ id, label, kind }) => ({
      id,
      label,
      kind,
      creatable: measureOfLane(`measure:${id}`) !== null,
    })),
    items: items.map((item) => ({ ...item, laneId: toneOf.get(item.laneId) ?? item.laneId })),
  };
}

/** Stands between a record and its occurrence in the id of an item. */
const OF = '@';

/** The record that an item of the timeline shows: whole, one occurrence of it, alike minutes of a need, or a date it tells. */
export function recordOfItem(itemId: string): RecordId {
  return itemId.replace(/^(?:cover|date):/, '').split(OF, 1)[0] as RecordId;
}

/** Lane of a kind; a measure's is its type's, which is known of it. */
function laneOf(kind: Kind): string {
  return kind === 'measure' ? 'measure:guard' : kind;
}

const MINUTE_MS = 60_000;
/** Kinds that last: their span is a term, not the uncertainty of one moment. */
const LASTING: ReadonlySet<Kind> = new Set(['order', 'alarm', 'remand', 'measure', 'stay', 'appearance', 'decision']);
/** Of these an end that is not known is no open end: only that they come is. */
const ENDING: ReadonlySet<Kind> = new Set(['appearance']);

function itemOf(entry: TimelineEntry, now: number, words: LaneWords): TimelineItem {
  const { kind, tone, startsAt, endsAt, precision, qualifier, storyOrder, plan, occurrence } = entry;
  const exact = precision === 'minute';
  // Of a day, month or year the span is where the start must lie, and nothing is known of an end.
  const isLong = endsAt === null ? !ENDING.has(kind) : endsAt - startsAt > MINUTE_MS;
  const lasts = LASTING.has(kind) && exact && !qualifier && isLong;
  const item: TimelineItem = {
    id: occurrence === null ? entry.id : `${entry.id}${OF}${occurrence}`,
    laneId: kind === 'measure' ? `measure:${tone}` : kind,
    kind: tone,
    shape: lasts ? 'bar' : 'point',
    startAt: startsAt,
    endAt: endsAt,
    precision,
    ...doubtOf({ fromAt: startsAt, toAt: endsAt ?? startsAt + MINUTE_MS, precision, qualifier }),
    uncertainEnd: null,
    storyOrder,
    label: words.title(entry),
    state: stateOf(entry, now),
    editable: plan !== null && plan.toLocal !== null && (entry.status === 'planned' || entry.status === 'active'),
  };
  if (kind !== 'order' || !lasts || endsAt === null) return item;
  const label = words.ends(endsAt, entry.orderEnd);
  // What was lifted asks for no renewal.
  return { ...item, expires: entry.orderEnd?.from === 'early' ? { label } : { label, after: words.notRenewed } };
}

function draftItem({ type, title, startsAt, endsAt }: DraftMeasure): TimelineItem {
  const lane = MEASURE_LANES.find((one) => one.measure === type);
  return {
    id: DRAFT_ID,
    laneId: lane?.id ?? 'measure:note',
    kind: lane?.tone ?? 'note',
    shape: 'bar',
    startAt: startsAt,
    endAt: endsAt,
    precision: 'minute',
    uncertain: null,
    uncertainEnd: null,
    storyOrder: 0,
    label: title,
    state: 'draft',
    editable: false,
  };
}

/** Plan is not fact: what should have happened and was not confirmed is drawn as unconfirmed. */
function stateOf({ status, endsAt, plan }: TimelineEntry, now: number): TimelineState {
  if (status === 'cancelled' || status === 'not_possible' || status === 'not_done') return 'struck';
  if (plan && status === 'planned' && endsAt !== null && endsAt <= now) return 'unconfirmed';
  return 'normal';
}
