/** What a timeline shows. Times are ms UTC (`…At`); the zone is given once, in `TimelineOptions`. */

export const TIMELINE_KINDS = [
  'need',
  'shield',
  'guard',
  'patrol',
  'transport',
  'threat',
  'breach',
  'order',
  'assess',
  'referral',
  'court',
  'note',
] as const;

/** Hue, icon and fill pattern of a thing: the same in lane, badge, legend and briefing. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Half-open: `fromAt` belongs to it, `toAt` does not. */
export interface TimeSpan {
  readonly fromAt: number;
  readonly toAt: number;
}

/** A heading with lanes under it; pressing it folds them away. */
export interface TimelineGroup {
  readonly id: string;
  readonly label: string;
  readonly sublabel?: string | undefined;
  readonly kind: TimelineKind;
  readonly collapsed?: boolean | undefined;
}

export interface TimelineLane {
  readonly id: string;
  readonly label: string;
  readonly sublabel?: string | undefined;
  /** Id of the group it lies under; lanes without one come first. */
  readonly group?: string | undefined;
  readonly kind: TimelineKind;
  /** Dragging over empty ground makes a new item here; elsewhere it pans. */
  readonly creatable?: boolean | undefined;
  /** Bars may be dragged between the lanes that name the same: who has it changes then, and when does not. */
  readonly exchange?: string | undefined;
}

/**
 * `unconfirmed` and `draft` are dashed outlines without tint, `unstaffed` a dashed ink outline,
 * `struck` is withdrawn but still readable.
 */
export type TimelineState = 'normal' | 'unconfirmed' | 'draft' | 'unstaffed' | 'struck';

/** `unconfirmed`: it was planned and is past, and nobody has said that it took place. */
export type CoverageState = 'covered' | 'thin' | 'gap' | 'unconfirmed';

/** `clock` is a running time limit: a thin bar filled up to now, with posts at its limits. */
type TimelineShape = 'bar' | 'point' | 'clock';

export type TimelinePrecision = 'minute' | 'day' | 'month' | 'year';

export interface TimelineItem {
  readonly id: string;
  readonly laneId: string;
  readonly kind: TimelineKind;
  readonly shape: TimelineShape;
  readonly startAt: number;
  /** Null is open. Of a point only its interval of uncertainty uses it. */
  readonly endAt: number | null;
  readonly precision: TimelinePrecision;
  /**
   * Where a point, or the start of a bar, must lie. Left out it follows from the precision: `[startAt, endAt)` of a
   * point that has an end, else the calendar day, month or year of `startAt`. Null says that the time is exact.
   */
  readonly uncertain?: TimeSpan | null | undefined;
  /** The same for the end of a bar. */
  readonly uncertainEnd?: TimeSpan | null | undefined;
  /** Keeps the order of the telling among equal times. */
  readonly storyOrder: number;
  readonly label: string;
  /** Used where `label` does not fit: a post's letter, a unit's number. */
  readonly shortLabel?: string | undefined;
  readonly detail?: string | undefined;
  readonly state: TimelineState;
  readonly editable: boolean;
  /** Only its lane may be changed by a drag, never its times. */
  readonly isFixed?: boolean | undefined;
  /** The end is an expiry: an ink post, `label` in a chip before it, `after` behind it. */
  readonly expires?: { readonly label?: string | undefined; readonly after?: string | undefined } | undefined;
  /**
   * Draws the item as part of a coverage strip instead of a bar: what is known of it. Of past time that is what was
   * confirmed, of coming time what is planned.
   */
  readonly coverage?: CoverageState | undefined;
  /** What had been planned for a stretch that is past: a line under the strip, so that plan and fact are both seen. */
  readonly planned?: 'covered' | 'thin' | 'gap' | undefined;
  /** Names of the crew: they take the place of the label where a day or less is in view. */
  readonly crew?: string | undefined;
  /** Where it is, as that is spoken of: told, and never drawn or printed. */
  readonly place?: string | undefined;
  /** A patrol: a window with so many passes; ticks where their times have been drawn. */
  readonly passes?: { readonly count: number; readonly at?: readonly number[] | undefined } | undefined;
  /** The start is known only as about, before or after `startAt`; an interval says more where there is one. */
  readonly bound?: 'about' | 'before' | 'after' | undefined;
  /** Something of it clashes with something else: a sign at its end, and a stop for the keys. */
  readonly conflict?: boolean | undefined;
  /** Somebody must see to it though nothing covers or clashes: a stop for the keys, as a gap is. */
  readonly isOpen?: boolean | undefined;
  /** Solid legs with a thin line of waiting between them. */
  readonly legs?: readonly TimeSpan[] | undefined;
  /** Limits within a `clock`. */
  readonly posts?: readonly number[] | undefined;
  /** A review or assessment that has been made: its circle is filled and ticked. */
  readonly done?: boolean | undefined;
}

export interface TimelineData {
  readonly groups: readonly TimelineGroup[];
  readonly lanes: readonly TimelineLane[];
  readonly items: readonly TimelineItem[];
  /** Time the items are all of; the ground outside it says that more is to come. Left out, they are all there is. */
  readonly loaded?: TimeSpan | undefined;
  /** The whole case in figures for the overview, where the items are not all of it. */
  readonly whole?: TimelineWhole | undefined;
}

/** How much happened when, for the overview strip: each figure counts what began in a stretch of time from `at` on. */
export interface TimelineWhole {
  readonly extent: TimeSpan;
  readonly counts: readonly { readonly at: number; readonly threats: number; readonly others: number }[];
  /** Breaches and orders of all of it; left out, the strip has those of the items. */
  readonly blocks?: readonly (TimeSpan & { readonly kind: 'breach' | 'order' })[] | undefined;
}

/** Public holidays and other days shaded like a weekend. */
export interface TimelineHoliday extends TimeSpan {
  readonly label: string;
}

/** Holidays that touch `[fromAt, toAt)`. Called for at most some years at a time, and seldom. */
export type HolidaySource = (fromAt: number, toAt: number) => readonly TimelineHoliday[];

export type TimelineErrorCode =
  | 'TIMELINE_LANE_UNKNOWN'
  | 'TIMELINE_GROUP_UNKNOWN'
  | 'TIMELINE_ID_TWICE'
  | 'TIMELINE_TIME_INVALID'
  | 'TIMELINE_ZONE_UNKNOWN';

/** Data that cannot be drawn truthfully. Carries ids, never labels. */
export class TimelineError extends Error {
  readonly code: TimelineErrorCode;
  readonly id: string;
  constructor(code: TimelineErrorCode, id: string) {
    super(code);
    this.name = 'TimelineError';
    this.code = code;
    this.id = id;
  }
}
